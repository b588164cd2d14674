/// Where an experiment's draws are recorded.
public enum BankChoice: Hashable, Sendable {
    /// In `draws.sqlite` inside the output folder.
    case outputFolder
    /// In this file, which other experiments may share.
    case file(ConfigPath)
    /// Nowhere.
    case off
}
