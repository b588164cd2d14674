@_exported public import PonderCore
