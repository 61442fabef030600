use spinloom::{rtl::modules, spec::Spec};
fn main() {
    let a: Vec<usize> = std::env::args()
        .skip(1)
        .take(3)
        .map(|x| x.parse().unwrap())
        .collect();
    let dir = std::env::args().nth(4).unwrap();
    std::fs::create_dir_all(&dir).unwrap();
    let spec = Spec::new(a[0], a[1], a[2]).unwrap();
    match modules(&spec, 0xACE1, &[1000; 64]) {
        Ok(ms) => {
            for m in ms {
                std::fs::write(format!("{dir}/{}.v", m.name), m.text).unwrap();
            }
        }
        Err(e) => {
            eprintln!("{e}");
            std::process::exit(1)
        }
    }
}
