//! IDX files, plain or gzip. Everything is checked against limits before it is believed: a damaged
//! file is a one-line error with the place, the value and the remedy.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;

use super::{PIXELS, SIDE};
use crate::spec::NUM_CLASSES;
use crate::{Error, Result};

/// IDX magic of unsigned bytes in three dimensions.
const MAGIC_IMAGES: u32 = 0x0000_0803;
/// IDX magic of unsigned bytes in one dimension.
const MAGIC_LABELS: u32 = 0x0000_0801;
/// Most images believed of a header (784 MB of pixels).
pub const MAX_IMAGES: u32 = 1_000_000;
/// What every damaged file calls for.
const REMEDY: &str = "fetch the file again with `spinloom data fetch mnist`";

/// Reads an image file: `PIXELS` bytes an image.
///
/// # Errors
/// [`Error::Io`] where the file cannot be opened, [`Error::File`] where it is not what it should be.
pub fn read_images(path: &Path) -> Result<Vec<u8>> {
    let mut file = IdxReader::open(path)?;
    let count = file.header(MAGIC_IMAGES, "images")?;
    for dimension in ["height", "width"] {
        let value = file.word(dimension)?;
        if value as usize != SIDE {
            return Err(file.damaged(format!("{dimension} is {value}, not {SIDE}")));
        }
    }
    file.body(count as usize * PIXELS, "pixels")
}

/// Reads a label file: one class an image.
///
/// # Errors
/// As [`read_images`]; also where a label is not a class.
pub fn read_labels(path: &Path) -> Result<Vec<u8>> {
    let mut file = IdxReader::open(path)?;
    let count = file.header(MAGIC_LABELS, "labels")?;
    let labels = file.body(count as usize, "labels")?;
    match labels.iter().position(|&l| usize::from(l) >= NUM_CLASSES) {
        None => Ok(labels),
        Some(index) => Err(file.damaged(format!(
            "label {} of image {index} is not below {NUM_CLASSES}",
            labels[index]
        ))),
    }
}

/// Unpacks `path` if it is gzip (told by its first two bytes) and returns at most `limit` bytes.
///
/// # Errors
/// [`Error::Io`] where it cannot be opened, [`Error::File`] where the gzip is broken or too long.
pub fn read_unpacked(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let mut file = IdxReader::open(path)?;
    let mut content = Vec::new();
    let read = file
        .source
        .by_ref()
        .take(limit + 1)
        .read_to_end(&mut content);
    read.map_err(|e| file.unreadable(&e))?;
    if content.len() as u64 > limit {
        return Err(file.damaged(format!("more than {limit} bytes")));
    }
    Ok(content)
}

struct IdxReader<'a> {
    path: &'a Path,
    source: Box<dyn Read>,
}

impl<'a> IdxReader<'a> {
    fn open(path: &'a Path) -> Result<Self> {
        let file = File::open(path).map_err(Error::io(path))?;
        let mut reader = BufReader::with_capacity(1 << 16, file);
        let start = std::io::BufRead::fill_buf(&mut reader).map_err(Error::io(path))?;
        let source: Box<dyn Read> = if start.starts_with(&[0x1f, 0x8b]) {
            Box::new(MultiGzDecoder::new(reader))
        } else {
            Box::new(reader)
        };
        Ok(IdxReader { path, source })
    }

    fn damaged(&self, what: String) -> Error {
        Error::file(self.path, format!("{what}: {REMEDY}"))
    }

    fn unreadable(&self, error: &std::io::Error) -> Error {
        use std::io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
        match error.kind() {
            UnexpectedEof => self.damaged("the file ends too early".to_owned()),
            InvalidData | InvalidInput => self.damaged(format!("broken gzip ({error})")),
            _ => self.damaged(format!("cannot be read ({error})")),
        }
    }

    fn word(&mut self, what: &str) -> Result<u32> {
        let mut bytes = [0; 4];
        match self.source.read_exact(&mut bytes) {
            Ok(()) => Ok(u32::from_be_bytes(bytes)),
            Err(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => {
                Err(self.damaged(format!("the header ends before the {what}")))
            }
            Err(e) => Err(self.unreadable(&e)),
        }
    }

    fn header(&mut self, magic: u32, kind: &str) -> Result<u32> {
        let found = self.word("magic number")?;
        if found != magic {
            return Err(self.damaged(format!(
                "magic number is 0x{found:08x}, not 0x{magic:08x} ({kind})"
            )));
        }
        let count = self.word("count")?;
        if count > MAX_IMAGES {
            return Err(self.damaged(format!("{count} {kind} exceed the limit of {MAX_IMAGES}")));
        }
        Ok(count)
    }

    /// Exactly `bytes` bytes and then the end; memory grows with what is there, not with what the
    /// header claims.
    fn body(&mut self, bytes: usize, what: &str) -> Result<Vec<u8>> {
        let mut content = Vec::new();
        let limit = bytes as u64 + 1;
        let read = self
            .source
            .by_ref()
            .take(limit)
            .read_to_end(&mut content)
            .map_err(|e| self.unreadable(&e))?;
        match read.cmp(&bytes) {
            std::cmp::Ordering::Equal => Ok(content),
            std::cmp::Ordering::Less => Err(self.damaged(format!(
                "the file ends after {read} bytes of {what}, the header promises {bytes}"
            ))),
            std::cmp::Ordering::Greater => Err(self.damaged(format!(
                "the file goes on after the {bytes} bytes of {what} that the header promises"
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn images(count: u32, bytes: usize) -> Vec<u8> {
        let mut file = Vec::new();
        for word in [MAGIC_IMAGES, count, 28, 28] {
            file.extend(word.to_be_bytes());
        }
        file.resize(16 + bytes, 7);
        file
    }

    fn gzip(content: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(content).unwrap();
        packer.finish().unwrap()
    }

    fn read(
        content: &[u8],
        read: fn(&Path) -> Result<Vec<u8>>,
    ) -> std::result::Result<usize, String> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(content).unwrap();
        let result = read(file.path());
        result.map(|v| v.len()).map_err(|e| {
            let text = e.to_string();
            assert_eq!(text.lines().count(), 1, "{text}");
            assert!(text.contains(REMEDY), "{text}");
            assert_eq!(e.exit_code(), 2);
            text
        })
    }

    fn error(content: &[u8]) -> String {
        read(content, read_images).unwrap_err()
    }

    #[test]
    fn plain_and_gzip() {
        let file = images(3, 3 * PIXELS);
        assert_eq!(read(&file, read_images), Ok(3 * PIXELS));
        assert_eq!(read(&gzip(&file), read_images), Ok(3 * PIXELS));
        assert_eq!(read(&images(0, 0), read_images), Ok(0));
    }

    #[test]
    fn damaged_images() {
        assert!(error(&[]).contains("ends before the magic number"));
        assert!(error(&images(1, 0)[..9]).contains("ends before the height"));
        assert!(error(&images(2, PIXELS)).contains("after 784 bytes of pixels"));
        assert!(error(&images(1, PIXELS + 1)).contains("goes on after the 784 bytes"));
        assert!(error(&images(u32::MAX, 9)).contains("4294967295 images exceed the limit"));
        assert!(error(&images(900_000, 9)).contains("promises 705600000"));
        let mut wide = images(1, PIXELS);
        wide[15] = 29;
        assert!(error(&wide).contains("width is 29, not 28"));
        assert!(error(b"<html><body>404</body></html>").contains("magic number is 0x3c68746d"));
    }

    #[test]
    fn damaged_gzip() {
        let mut file = images(2, 2 * PIXELS);
        let mut stream = crate::random::Stream::new(1);
        file[16..]
            .iter_mut()
            .for_each(|p| *p = stream.below(256) as u8);
        let packed = gzip(&file);
        assert!(error(&packed[..packed.len() / 2]).contains("ends too early"));
        assert!(error(&packed[..packed.len() - 4]).contains("ends too early"));
        let mut flipped = packed.clone();
        let last = flipped.len() - 5;
        flipped[last] ^= 1;
        assert!(error(&flipped).contains("broken gzip"));
        assert!(error(&[0x1f, 0x8b, 9, 9, 9, 9]).contains("the header ends before"));
    }

    #[test]
    fn labels() {
        let file = |count: u32, labels: &[u8]| {
            let mut file = Vec::new();
            file.extend(MAGIC_LABELS.to_be_bytes());
            file.extend(count.to_be_bytes());
            file.extend(labels);
            file
        };
        assert_eq!(read(&file(3, &[0, 9, 5]), read_labels), Ok(3));
        let text = read(&file(3, &[0, 10, 5]), read_labels).unwrap_err();
        assert!(text.contains("label 10 of image 1"), "{text}");
        assert!(
            read(&images(1, PIXELS), read_labels)
                .unwrap_err()
                .contains("0x00000801")
        );
    }
}
