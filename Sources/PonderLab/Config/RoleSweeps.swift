import PonderCore

/// The models of each role as a config writes them, each with the values of its sweep.
typealias RoleSweeps = [Role: [Located<String>]]
