# jiebang
#   make run        dependencies, build, demo data, serve on http://127.0.0.1:8080/
#   make test       everything (see test/run.sh)            make unit [T=base/day_test]   unit tests only
#   make sim SEED=7 RUNS=10000 · make coverage (clang 19: branches, MC/DC of the rules) · make mutate
#   make fuzz SECONDS=60 · make bench · make rulebook · make tidy · make deps · make deps-test
#   make SAN=1 …    with address, undefined-behaviour and leak sanitizers (own folder)      make CC=clang B=build-clang …
B ?= build
CC := $(if $(filter default undefined,$(origin CC)),gcc,$(CC))
ifneq ($(shell command -v ccache 2>/dev/null),)
ifeq ($(findstring ccache,$(CC)),)
CC := ccache $(CC)
endif
endif
ARCH := $(shell uname -m)
PKGS = zlib libmicrohttpd jansson sqlite3 libpq yaml-0.1 libsodium libcrypto liboath icu-i18n icu-uc libmagic libcurl
WARN = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2 -Wno-missing-field-initializers -Werror \
	$(if $(findstring clang,$(CC)),-Wno-initializer-overrides,-Wno-override-init)
OPT ?= -O2 -g
HARD = -fPIE -fstack-protector-strong -fstack-clash-protection -D_FORTIFY_SOURCE=3
HARD_LD = -pie -Wl,-z,relro,-z,now,-z,noexecstack
ifeq ($(ARCH),x86_64)
HARD += -fcf-protection=full
HARD_LD += -Wl,-z,ibt,-z,shstk
else ifeq ($(ARCH),aarch64)
HARD += -mbranch-protection=standard
endif
ifeq ($(SAN),1)
override B := $(B)-san
OPT = -O1 -g -fno-omit-frame-pointer
SANFLAGS = -fsanitize=address,undefined -fno-sanitize-recover=all
HARD = -fPIE -fstack-protector-strong
endif
ifeq ($(FUZZ),1)
OPT = -O1 -g -fno-omit-frame-pointer
SANFLAGS = -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
HARD = -fPIE -fstack-protector-strong
endif
# make coverage: the policy's code alone is instrumented (clang 19: branches and MC/DC)
ifeq ($(COV),1)
OPT = -O1 -g
HARD = -fPIE
COVFLAGS = -fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc
HARD_LD = -pie $(COVFLAGS)
endif
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null)
CFLAGS = -std=gnu17 -D_GNU_SOURCE -Isrc -I$(B) $(OPT) $(WARN) $(HARD) $(SANFLAGS) $(PKG_CFLAGS)
LDFLAGS = $(HARD_LD) $(SANFLAGS)
LIBS = $(PKG_LIBS) -lpthread

SRC := $(sort $(shell find src -name '*.c'))
OBJ = $(SRC:src/%.c=$(B)/%.o)
PART = $(filter-out $(B)/main.o,$(OBJ)) $(B)/assets.o
ASSETS := $(sort $(shell find src policy demo assets -type f \( -name '*.sql' -o -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.svg' \
	-o -name '*.yaml' -o -name '*.json' -o -name '*.mo' -o -name '*.po' -o -name '*.story' -o -name '*.txt' \) 2>/dev/null))
# Style and script of the browser packages (package-lock.json), small copies of all style and script, the English catalogue.
VENDOR := $(wildcard node_modules/@tabler/core/dist/css/tabler.min.css node_modules/htmx.org/dist/htmx.min.js)
ZIPPED := $(patsubst %,$(B)/%.gz,$(VENDOR) $(filter assets/%.css assets/%.js,$(ASSETS)))
EMBED := $(sort $(ASSETS) $(VENDOR) $(ZIPPED) $(B)/en.mo)
TESTS := $(sort $(shell find test -name '*_test.c' 2>/dev/null))
T ?=
TEST_BIN = $(if $(T),$(B)/test/$(T),$(TESTS:%.c=$(B)/%))
SECONDS ?= 60

.PHONY: sim coverage mutate words all fuzzers unit tests test run deps deps-test tidy fuzz bench rulebook clean
.SECONDARY:
all: $(B)/jiebang

# ---- the program ----
$(B)/jiebang: $(OBJ) $(B)/assets.o
	$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/%_rules.o $(B)/rule/%.o: CFLAGS += $(COVFLAGS)
$(B)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

# Where each rule's function stands, for the rulebook.
$(B)/rules_where.h: $(filter %_rules.c,$(SRC)) tools/rules_where.sh
	@mkdir -p $(@D)
	@tools/rules_where.sh $(filter %_rules.c,$(SRC)) > $@
$(B)/tables/rules.o: $(B)/rules_where.h

# The list of assets is written down only when it changed, so that a file taken away is noticed too.
$(B)/assets.list: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(EMBED) | cmp -s - $@ || printf '%s\n' $(EMBED) > $@
FORCE:

# The catalogue may lie in several files (po/en.ROOM.po); where two say the same, the first counts.
$(B)/en.mo: $(sort $(wildcard po/en*.po))
	@mkdir -p $(@D)
	msgcat --use-first -o $(B)/en.all.po $^
	msgfmt -o $@ $(B)/en.all.po
$(B)/%.gz: %
	@mkdir -p $(@D)
	gzip -9nc $< > $@
$(B)/web/words.o: CFLAGS += -DCATALOGUE='"$(B)/en.mo"'

$(B)/assets.S: $(EMBED) $(B)/assets.list tools/assets.sh
	@tools/assets.sh $(EMBED) > $@

$(B)/assets.o: $(B)/assets.S
	$(CC) -c -o $@ $<

# ---- unit tests: every test/…/*_test.c is a program ----
$(B)/test/%.o: test/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -Wno-missing-prototypes -Itest -MMD -MP -c -o $@ $<

$(B)/test/%_test: $(B)/test/%_test.o $(B)/test/test.o $(PART)
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS) -lcmocka

tests: $(TEST_BIN)
unit: tests
	@test/unit.sh $(TEST_BIN)

# ---- fuzzers (clang: libFuzzer, address and undefined-behaviour sanitizers): make CC=clang B=build-fuzz FUZZ=1 fuzzers ----
FUZZERS := $(patsubst %.c,$(B)/%,$(sort $(wildcard test/fuzz/*_fuzz.c)))
$(B)/test/fuzz/%_fuzz: $(B)/test/fuzz/%_fuzz.o $(PART)
	@$(CC) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBS)
fuzzers: $(FUZZERS)

# ---- the simulator: make sim SEED=7 RUNS=10000 ----
SIM := $(patsubst %.c,$(B)/%.o,$(sort $(wildcard test/sim/*.c)))
$(B)/test/sim/sim: $(SIM) $(PART)
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)
SEED ?= 1
RUNS ?= 10000
sim: $(B)/test/sim/sim
	@test/sim/run.sh $(SEED) $(RUNS)

# ---- tidy: the style as a test ----
$(B)/tools/%: tools/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -o $@ $< $(HARD_LD) $(SANFLAGS)
$(B)/tools/tidy: $(wildcard tools/tidy*.c) tools/tidy.h
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -o $@ $(filter %.c,$^) $(HARD_LD) $(SANFLAGS)
$(B)/tools/extract: tools/extract.c $(PART)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -o $@ $< $(PART) $(LDFLAGS) $(LIBS)
# The words that wait for a translator: po/jiebang.pot from all tables and pages, po/en.po brought up to it.
words: $(B)/tools/extract
	$(B)/tools/extract pot > po/jiebang.pot
	msgmerge -q --no-fuzzy-matching --no-wrap -U --backup=none po/en.po po/jiebang.pot
	@$(B)/tools/extract missing
tidy: $(B)/tools/tidy
	@$(B)/tools/tidy .

# ---- everything else is a script that says what it does ----
deps:
	@tools/deps.sh run
deps-test:
	@tools/deps.sh run test
run:
	@tools/run.sh
test:
	@test/run.sh
coverage:
	@tools/coverage.sh
mutate: all $(B)/tools/mutants
	@B=$(B) CC="$(filter-out ccache,$(CC))" MAKE_CC="$(CC)" LIBS="$(LIBS)" tools/mutate.sh $(FILES)
fuzz:
	@test/fuzz.sh $(SECONDS)
$(B)/bench/bench: bench/bench.c $(PART)
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) -MMD -MP $(LDFLAGS) -o $@ $^ $(LIBS)
bench: all $(B)/bench/bench
	@bench/run.sh
rulebook: all
	@$(B)/jiebang rulebook

-include $(OBJ:.o=.d) $(SIM:.o=.d) $(FUZZERS:=.d) $(TESTS:%.c=$(B)/%.d) $(B)/test/test.d

clean:
	rm -rf $(B)
