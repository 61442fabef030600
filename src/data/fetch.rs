//! `data fetch mnist`: plain HTTP from a mirror, believed only by SHA-256, written beside and renamed.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use flate2::read::MultiGzDecoder;

use super::{FileDigest, MNIST_FILES, MNIST_MIRRORS, idx};
use crate::{Error, Result, files};

/// Most bytes taken from a mirror for one file.
const MAX_DOWNLOAD: u64 = 64 << 20;
/// A mirror that does not answer by then is given up.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(15);
/// A download that takes longer is given up.
const TOTAL_TIMEOUT: Duration = Duration::from_secs(300);

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// It was there already, with the right content.
    Present(PathBuf),
    /// It was downloaded and verified.
    Downloaded(PathBuf),
}

/// Fetches the four MNIST files into `folder`, which is made where it is missing.
///
/// # Errors
/// [`Error::Input`] where no mirror gives the right content; [`Error::Io`] where the folder cannot be
/// written.
pub fn mnist(folder: &Path) -> Result<Vec<Fetched>> {
    fetch(folder, &MNIST_FILES, &MNIST_MIRRORS)
}

fn fetch(folder: &Path, files: &[FileDigest], mirrors: &[&str]) -> Result<Vec<Fetched>> {
    std::fs::create_dir_all(folder).map_err(Error::io(folder))?;
    files
        .iter()
        .map(|file| fetch_file(folder, file, mirrors))
        .collect()
}

fn fetch_file(folder: &Path, file: &FileDigest, mirrors: &[&str]) -> Result<Fetched> {
    let path = folder.join(format!("{}.gz", file.name));
    let present = idx::read_unpacked(&path, file.bytes);
    if present.is_ok_and(|content| files::hex_digest(&content) == file.sha256) {
        return Ok(Fetched::Present(path));
    }
    let mut reasons = Vec::new();
    for mirror in mirrors {
        match download(&format!("{mirror}{}.gz", file.name), file) {
            Ok(packed) => {
                files::replace(&path, |file| file.write_all(&packed))?;
                return Ok(Fetched::Downloaded(path));
            }
            Err(reason) => reasons.push(format!("{mirror}: {reason}")),
        }
    }
    Err(Error::Input(format!(
        "`{}.gz` could not be fetched ({}): check the network, put the files into {} by hand, or use `--data embedded`",
        file.name,
        reasons.join("; "),
        folder.display()
    )))
}

/// The packed file, once its content is the published one; else the reason, on one line.
fn download(url: &str, file: &FileDigest) -> std::result::Result<Vec<u8>, String> {
    let one_line = |error: &dyn std::fmt::Display| error.to_string().replace('\n', " ");
    let agent = ureq::Agent::config_builder()
        .timeout_connect(Some(CONNECT_TIMEOUT))
        .timeout_global(Some(TOTAL_TIMEOUT))
        .build()
        .new_agent();
    let mut response = agent.get(url).call().map_err(|e| one_line(&e))?;
    let body = response.body_mut().with_config().limit(MAX_DOWNLOAD);
    let packed = body.read_to_vec().map_err(|e| one_line(&e))?;
    let mut content = Vec::new();
    MultiGzDecoder::new(packed.as_slice())
        .take(file.bytes + 1)
        .read_to_end(&mut content)
        .map_err(|e| format!("broken gzip ({})", one_line(&e)))?;
    let found = files::hex_digest(&content);
    if found == file.sha256 {
        Ok(packed)
    } else {
        Err(format!("SHA-256 {found} is not {}", file.sha256))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::net::TcpListener;

    const CONTENT: &[u8] = b"forty-two";

    fn file() -> FileDigest {
        let digest: &'static str = files::hex_digest(CONTENT).leak();
        FileDigest {
            name: "small",
            bytes: CONTENT.len() as u64,
            md5: "",
            sha256: digest,
        }
    }

    fn gzip(content: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(content).unwrap();
        packer.finish().unwrap()
    }

    /// A mirror on this machine that answers one request with `body`.
    fn mirror(body: Vec<u8>) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = [0; 4096];
            let _ = stream.read(&mut request).unwrap();
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len());
            stream.write_all(head.as_bytes()).unwrap();
            stream.write_all(&body).unwrap();
        });
        format!("http://{address}/")
    }

    #[test]
    fn the_second_mirror_helps_out_and_a_second_fetch_loads_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("data/mnist");
        let (bad, good) = (mirror(gzip(b"another thing")), mirror(gzip(CONTENT)));
        let path = folder.join("small.gz");
        let done = fetch(&folder, &[file()], &[&bad, &good]).unwrap();
        assert_eq!(done, [Fetched::Downloaded(path.clone())]);
        assert_eq!(idx::read_unpacked(&path, 99).unwrap(), CONTENT);
        let again = fetch(&folder, &[file()], &[]).unwrap();
        assert_eq!(again, [Fetched::Present(path)]);
    }

    #[test]
    fn wrong_content_and_no_network_leave_nothing_behind() {
        let dir = tempfile::tempdir().unwrap();
        let wrong = mirror(b"<html>captive portal</html>".to_vec());
        let closed = "http://127.0.0.1:1/";
        let error = fetch(dir.path(), &[file()], &[&wrong, closed]).unwrap_err();
        let text = error.to_string();
        assert_eq!((error.exit_code(), text.lines().count()), (2, 1), "{text}");
        assert!(text.contains("`small.gz` could not be fetched"), "{text}");
        assert!(text.contains("broken gzip"), "{text}");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    }
}
