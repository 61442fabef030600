# `make demo` and `make test` set up what they need; every target works without a terminal.

.DEFAULT_GOAL := help
.PHONY: help setup demo test formal ci check-generated renew-generated picture waves clean

# Python tools (YoWASP) come from the pinned environment
export PATH := $(CURDIR)/.venv/bin:$(PATH)

SPINLOOM := target/release/spinloom
WAVES := build/waves.vcd

help:
	@echo "make demo             encode, train, generate, verify, synthesize: the whole story on one page"
	@echo "make test             every test (tools that are absent are reported as SKIP)"
	@echo "make formal           every proof of sim/formal, and the faults that each must reject"
	@echo "make ci               what a submission must pass"
	@echo "make check-generated  the committed samples are what the program makes"
	@echo "make renew-generated  makes the committed samples again"
	@echo "make picture          the picture of the page in README.md, by headless Chromium"
	@echo "make waves            a window of signals around one image, as VCD"
	@echo "make setup            installs simulators, synthesis and proof tools"

setup:
	@bash .ci/setup

build:
	@mkdir -p build

.PHONY: release
release:
	@cargo build --release --quiet

demo: setup release
	$(SPINLOOM) run

test: setup
	cargo test --release

formal: setup
	REQUIRE_TOOLS=1 cargo test --release --test formal -- --nocapture

ci:
	bash .ci/run

check-generated: release
	@bash .ci/check-generated $(SPINLOOM)

renew-generated: release
	@bash .ci/check-generated $(SPINLOOM) --renew

# the picture of the page in README.md: its section of the nine types, and what follows
PICTURE := build/picture
picture: release | build
	$(SPINLOOM) run --data embedded --synth none --out $(PICTURE) --quiet
	echo '<body style="margin:0;overflow:hidden"><iframe src="build/run/report.html" style="border:0;width:960px;height:20000px" onload="this.style.marginTop=16-contentDocument.getElementById(`types`).offsetTop+`px`"></iframe>' >$(PICTURE)/frame.html
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files \
	  --blink-settings=preferredColorScheme=1 --user-data-dir=$(PICTURE)/profile \
	  --window-size=960,1060 --screenshot=.readme/report.png "file://$(CURDIR)/$(PICTURE)/frame.html"

waves: setup release | build
	$(SPINLOOM) verify --array 64x20 --simulator icarus --train 20 --test 5 --vcd $(WAVES) --around 10
	$(SPINLOOM) wave $(WAVES) --image 10
	$(SPINLOOM) wave $(WAVES:.vcd=.rtl.vcd) --against $(WAVES:.vcd=.golden.vcd)
	@if command -v gtkwave >/dev/null && [ -n "$$DISPLAY" ]; then gtkwave $(WAVES) $(WAVES:.vcd=.gtkw) & \
	else echo "open $(WAVES) with a waveform viewer (gtkwave, surfer)"; fi

clean:
	rm -rf build
	cargo clean
