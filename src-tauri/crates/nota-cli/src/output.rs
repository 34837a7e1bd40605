//! Standard output and standard error, without surprises: a reader that stops
//! early (`nota check *.md | head`) ends the printing and not the work.

use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, Write};

/// A stream for what a command has to say.
pub(crate) struct Output {
    stream: BufWriter<Box<dyn Write + Send>>,
    /// Whether colours may be used.
    pub(crate) coloured: bool,
    closed: bool,
}

impl Output {
    /// Standard output.
    pub(crate) fn stdout() -> Self {
        let stdout = io::stdout();
        let coloured = stdout.is_terminal() && colours_welcome();
        Self::new(Box::new(stdout), coloured)
    }

    /// Standard error, for diagnostics when standard output is the document.
    pub(crate) fn stderr() -> Self {
        let stderr = io::stderr();
        let coloured = stderr.is_terminal() && colours_welcome();
        Self::new(Box::new(stderr), coloured)
    }

    fn new(stream: Box<dyn Write + Send>, coloured: bool) -> Self {
        Self {
            stream: BufWriter::new(stream),
            coloured,
            closed: false,
        }
    }

    /// Writes what is still waiting.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.flush()
    }

    fn unless_closed<T>(&mut self, result: io::Result<T>, closed: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(closed)
            }
            result => result,
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.closed {
            return Ok(bytes.len());
        }
        let result = self.stream.write(bytes);
        self.unless_closed(result, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        let result = self.stream.flush();
        self.unless_closed(result, ())
    }
}

/// Says on standard error what happened to the operation.
pub(crate) fn tell(message: &dyn Display) {
    // Where even standard error is closed there is nobody left to tell.
    let _ = writeln!(io::stderr(), "nota: {message}");
}

/// Whether the user wants colours: `NO_COLOR` (no-color.org) and `TERM=dumb`
/// say no.
fn colours_welcome() -> bool {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    !no_color && !dumb
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Broken(io::ErrorKind);

    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn a_reader_that_stopped_is_fine_and_a_full_disk_is_not() {
        for (kind, fine) in [
            (io::ErrorKind::BrokenPipe, true),
            (io::ErrorKind::StorageFull, false),
        ] {
            let mut output = Output::new(Box::new(Broken(kind)), false);
            let written = output.write_all(&[b'a'; 100_000]);
            assert_eq!(written.is_ok(), fine, "{kind}");
        }
    }
}
