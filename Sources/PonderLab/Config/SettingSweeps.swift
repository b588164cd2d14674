import PonderCore

/// The settings that a config writes, by key, each with the values of its sweep.
typealias SettingSweeps = [String: [Located<SettingValue>]]
