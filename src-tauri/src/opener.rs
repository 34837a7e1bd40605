//! Opens files and addresses in the programs that the system has for them.

use std::path::Path;

/// Opens a file, or a folder, in its own program.
///
/// # Errors
///
/// When the system has no program for it, as far as it says so.
pub fn file(path: &Path) -> Result<(), String> {
    system::file(path)
}

/// Opens an address in the program for its kind.
///
/// # Errors
///
/// When the system has no program for it, as far as it says so.
pub fn address(href: &str) -> Result<(), String> {
    system::address(href)
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::path::Path;

    pub fn file(path: &Path) -> Result<(), String> {
        tauri_plugin_opener::open_path(path, None::<&str>).map_err(|error| error.to_string())
    }

    pub fn address(href: &str) -> Result<(), String> {
        tauri_plugin_opener::open_url(href, None::<&str>).map_err(|error| error.to_string())
    }
}

/// The desktop's openers, started by us: without what the web view was told by
/// the environment, so that a browser does not become slow by it, and with an
/// ear for one that knows no program.
#[cfg(target_os = "linux")]
mod system {
    use std::ffi::OsStr;
    use std::io;
    use std::os::unix::process::CommandExt;
    use std::path::Path;
    use std::process::{Child, Command, Stdio};
    use std::time::{Duration, Instant};

    /// How long an opener may take to say that it knows no program.
    const PATIENCE: Duration = Duration::from_millis(1500);

    /// How often is looked whether it ended.
    const INTERVAL: Duration = Duration::from_millis(20);

    pub fn file(path: &Path) -> Result<(), String> {
        open(path.as_os_str())
    }

    pub fn address(href: &str) -> Result<(), String> {
        open(href.as_ref())
    }

    /// Tries one opener after the other; one that goes on may be the program
    /// itself.
    fn open(what: &OsStr) -> Result<(), String> {
        let mut causes = Vec::new();
        for mut command in open::commands(what) {
            // Not the arguments: they are a path or an address of the user.
            let name = command.get_program().to_string_lossy().into_owned();
            for (variable, _) in crate::web_view::CHOICES {
                command.env_remove(variable);
            }
            match start(command) {
                Ok(()) => return Ok(()),
                Err(error) => causes.push(format!("{name}: {error}")),
            }
        }
        Err(causes.join("; "))
    }

    /// Starts a command that outlives this program; an error when it is not
    /// there, or ends with a failure before the patience is over.
    fn start(mut command: Command) -> io::Result<()> {
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
