//! A failure of the disk as the window acts on it.

use nota_editor::view::HostError;
use nota_store::{ErrorCode, StoreError, shown};

/// The same failure, with the code that the window knows. Of the path that was
/// asked for the sentence has the name only: where the nota stands the user knows,
/// and a long path hides what is the matter.
pub fn failure(error: &StoreError) -> HostError {
    let code = match error.code() {
        ErrorCode::NotFound => "not-found",
        ErrorCode::DiskFull => "disk-full",
        ErrorCode::NoPermission | ErrorCode::ReadOnly => "no-permission",
        ErrorCode::NotText | ErrorCode::TooLarge | ErrorCode::NotRegular => "not-a-nota",
        ErrorCode::Changed => "changed",
        _ => "disk",
    };
    let name = error.path().file_name().unwrap_or_default();
    let sentence = error.to_string().replace(
        &format!("‘{}’", shown(error.path())),
        &format!("‘{}’", shown(name.as_ref())),
    );
    HostError::new(code, sentence)
}
