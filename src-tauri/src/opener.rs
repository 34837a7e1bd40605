//! Opens files and addresses in the programs that the system has for them.

use std::ffi::OsStr;

/// Opens a file or an address in its own program.
///
/// # Errors
///
/// When the system has no program for it, as far as it says so.
#[cfg(not(target_os = "linux"))]
pub fn open(what: impl AsRef<OsStr>) -> Result<(), String> {
    let what = what.as_ref().to_string_lossy();
    tauri_plugin_opener::open_path(what, None::<&str>).map_err(|error| error.to_string())
}

/// Opens a file or an address in its own program.
///
/// The program is started without what the web view was told by the
/// environment: a browser must not become slow by it.
///
/// # Errors
///
/// When no opener of the desktop is there, or each of them says at once that it
/// knows no program for this. One that goes on may be the program itself.
#[cfg(target_os = "linux")]
pub fn open(what: impl AsRef<OsStr>) -> Result<(), String> {
    let mut causes = Vec::new();
    for mut command in open::commands(what.as_ref()) {
        // Not the arguments: they are a path or an address of the user.
        let name = command.get_program().to_string_lossy().into_owned();
        for (variable, _) in crate::web_view::SCRIPTS {
            command.env_remove(variable);
        }
        match linux::start(command) {
            Ok(()) => return Ok(()),
            Err(error) => causes.push(format!("{name}: {error}")),
        }
    }
    Err(causes.join("; "))
}

#[cfg(target_os = "linux")]
mod linux {
    use std::io;
    use std::os::unix::process::CommandExt;
    use std::process::{Child, Command, Stdio};
    use std::time::{Duration, Instant};

    /// How long an opener may take to say that it knows no program.
    const PATIENCE: Duration = Duration::from_millis(1500);

    /// How often is looked whether it ended.
    const INTERVAL: Duration = Duration::from_millis(20);

    /// Starts a command that outlives this program; an error when it is not
    /// there, or ends with a failure before the patience is over.
    pub fn start(mut command: Command) -> io::Result<()> {
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Ctrl+C in the terminal of this program does not end it.
            .process_group(0);
        let mut child = command.spawn()?;
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(status) = child.try_wait()? {
                return match status.success() {
                    true => Ok(()),
                    false => Err(io::Error::other(status.to_string())),
                };
            }
            std::thread::sleep(INTERVAL);
        }
        bury(child);
        Ok(())
    }

    /// Waits for the end of a program in the background, so that the system
    /// forgets it.
    fn bury(mut child: Child) {
        std::thread::spawn(move || child.wait());
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        fn shell(script: &str) -> io::Result<()> {
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            start(command)
        }

        #[test]
        fn an_opener_that_fails_at_once_opened_nothing() {
            assert!(shell("exit 3").is_err());
            assert!(start(Command::new("/er/is/geen/opener")).is_err());
        }

        #[test]
        fn one_that_ends_well_or_goes_on_opened_it() {
            assert!(shell("exit 0").is_ok());
            let start = Instant::now();
            assert!(shell("sleep 20").is_ok());
            assert!(start.elapsed() < Duration::from_secs(15), "{start:?}");
        }
    }
}
