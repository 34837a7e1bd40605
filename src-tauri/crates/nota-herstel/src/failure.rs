//! A failure of the disk as the window acts on it.

use nota_editor::view::HostError;
use nota_store::{ErrorCode, StoreError};

/// The same failure, with the code that the window knows.
pub fn failure(error: &StoreError) -> HostError {
    let code = match error.code() {
        ErrorCode::NotFound => "not-found",
        ErrorCode::DiskFull => "disk-full",
        ErrorCode::NoPermission | ErrorCode::ReadOnly => "no-permission",
        ErrorCode::NotText | ErrorCode::TooLarge | ErrorCode::NotRegular => "not-a-nota",
        ErrorCode::Changed => "changed",
        _ => "disk",
    };
    HostError::new(code, error.to_string())
}
