//! What the MNIST files must contain. A gzip member may be packed in more than one way, so the
//! digests are those of the unpacked content.

/// One file and the digests of its unpacked content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileDigest {
    /// Name without `.gz`.
    pub name: &'static str,
    /// Unpacked size, bytes.
    pub bytes: u64,
    /// MD5 of the unpacked content, as published.
    pub md5: &'static str,
    /// SHA-256 of the unpacked content.
    pub sha256: &'static str,
}

/// The four files, training first, images before labels.
pub const MNIST_FILES: [FileDigest; 4] = [
    FileDigest {
        name: "train-images-idx3-ubyte",
        bytes: 47_040_016,
        md5: "6bbc9ace898e44ae57da46a324031adb",
        sha256: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    },
    FileDigest {
        name: "train-labels-idx1-ubyte",
        bytes: 60_008,
        md5: "a25bea736e30d166cdddb491f175f624",
        sha256: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    },
    FileDigest {
        name: "t10k-images-idx3-ubyte",
        bytes: 7_840_016,
        md5: "2646ac647ad5339dbf082846283269ea",
        sha256: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    },
    FileDigest {
        name: "t10k-labels-idx1-ubyte",
        bytes: 10_008,
        md5: "27ae3e4e09519cfbb04c329615203637",
        sha256: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    },
];

/// Plain-HTTP mirrors; a file is `MIRROR NAME.gz`. Integrity is the SHA-256's affair.
pub const MNIST_MIRRORS: [&str; 2] = [
    "http://storage.googleapis.com/cvdf-datasets/mnist/",
    "http://ossci-datasets.s3.amazonaws.com/mnist/",
];
