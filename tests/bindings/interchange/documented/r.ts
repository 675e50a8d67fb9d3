import type { Documented } from './documented.js';
import { rSignatures } from './signatures.js';

const lagged = 'm <- lm(y ~ x, data = d)\ncoeftest(m, vcov = ';

/** R 4.5, plm 2.6-5, AER 1.2, sandwich 3.1, lmtest 0.9-40 by formals(), fixest 0.13 by its manual. */
export const r: readonly Documented[] = [
  {
    command: 'lm',
    text: 'lm(y ~ x, data = d{})',
    ignored: rSignatures.lm.ignored,
    // prettier-ignore
    arguments: [
      'subset = z > 1', 'weights = w', 'na.action = na.exclude', 'method = "model.frame"',
      'model = FALSE', 'x = TRUE', 'y = TRUE', 'qr = FALSE', 'singular.ok = FALSE',
      'contrasts = list(g = "contr.sum")', 'offset = w',
    ],
  },
  {
    command: 'plm',
    text: 'plm(y ~ x, data = d{})',
    ignored: rSignatures.plm.ignored,
    // prettier-ignore
    arguments: [
      'subset = z > 1', 'weights = w', 'na.action = na.omit', 'effect = "twoways"',
      'model = "random"', 'model = "random", random.method = "amemiya"',
      'model = "random", random.models = c("within", "between")',
      'model = "random", random.dfcor = c(2, 2)', 'random.dfcor = c(2, 2)',
      'random.method = "amemiya"', 'random.models = "within"', 'inst.method = "bmc"',
      'restrict.matrix = R', 'restrict.rhs = r', 'index = c("firm", "wave")',
    ],
  },
  {
    command: 'ivreg',
    text: 'ivreg(y ~ x + w | x + z, data = d{})',
    ignored: rSignatures.ivreg.ignored,
    // prettier-ignore
    arguments: [
      'instruments = ~ q',
        'subset = z > 1',
        'na.action = na.omit',
        'weights = v',
        'offset = v',
      'contrasts = list(g = "contr.sum")', 'model = FALSE', 'y = FALSE', 'x = TRUE',
      'method = "M"',
    ],
  },
  {
    command: 'feols',
    text: 'feols(y ~ x | id, d{})',
    ignored: rSignatures.feols.ignored,
    // prettier-ignore
    arguments: [
      'vcov = ~ id', 'weights = ~ w', 'offset = ~ w', 'subset = ~ z > 1', 'split = ~ g',
      'fsplit = ~ g',
        'split.keep = "a"',
        'split.drop = "a"',
        'cluster = ~ id',
        'se = "hetero"',
      'ssc = ssc(adj = FALSE)', 'ssc = ssc(fixef.K = "full")', 'ssc = ssc(t.df = 3)',
      'vcov = ~ id, ssc = ssc(adj = FALSE)', 'vcov = ~ id, ssc = ssc(cluster.df = "conv")',
      'panel.id = ~ id + year',
        'panel.time.step = "within"',
        'panel.duplicate.method = "first"',
      'fixef = "g"', 'fixef.rm = "infinite_coef"', 'fixef.tol = 1e-8', 'fixef.iter = 100',
      'fixef.algo = NULL', 'collin.tol = 1e-8', 'nthreads = 2', 'lean = TRUE', 'verbose = 1',
      'warn = FALSE', 'notes = FALSE', 'only.coef = TRUE', 'data.save = TRUE',
      'combine.quick = TRUE',
        'demeaned = TRUE',
        'mem.clean = TRUE',
        'only.env = TRUE',
        'env = e',
      'sliding = TRUE', 'se_cluster = 1',
    ],
  },
  {
    command: 'coeftest',
    text: 'm <- lm(y ~ x, data = d)\ncoeftest(m{})',
    ignored: rSignatures.coeftest.ignored,
    // prettier-ignore
    arguments: [
      'vcov. = vcovHC', 'vcov = vcovHC(m, "HC1"), df = Inf', 'df = 12', 'df = Inf',
      'save = TRUE',
    ],
  },
  {
    command: 'coefci',
    text: 'm <- lm(y ~ x, data = d)\ncoefci(m{})',
    ignored: rSignatures.coefci.ignored,
    arguments: ['parm = "x"', 'level = 0.9', 'vcov. = vcovHC', 'df = 12'],
  },
  {
    command: 'summary',
    text: 'm <- ivreg(y ~ w | z, data = d)\nsummary(m{})',
    ignored: rSignatures.summary.ignored,
    arguments: ['vcov. = sandwich', 'df = 3', 'diagnostics = TRUE', 'correlation = TRUE'],
  },
  {
    command: 'vcovHC',
    text: `${lagged}vcovHC(m, type = "HC0"{}))`,
    ignored: rSignatures.vcovHC.ignored,
    arguments: ['omega = function(r, d, df) r^2', 'sandwich = FALSE'],
  },
  {
    command: 'vcovHC.plm',
    text: 'p <- plm(y ~ x, data = d)\ncoeftest(p, vcov = vcovHC(p{}))',
    ignored: rSignatures.vcovHCplm.ignored,
    arguments: ['method = "white2"', 'type = "HC3"', 'type = "HC1"', 'cluster = "time"'],
  },
  {
    command: 'vcovCL',
    text: `${lagged}vcovCL(m, cluster = ~ id{}))`,
    ignored: rSignatures.vcovCL.ignored,
    // prettier-ignore
    arguments: [
      'type = "HC2"', 'type = "HC0"', 'sandwich = FALSE', 'fix = TRUE', 'cadjust = FALSE',
      'multi0 = TRUE',
    ],
  },
  {
    command: 'NeweyWest',
    text: `${lagged}NeweyWest(m, lag = 3, prewhite = FALSE{}))`,
    ignored: rSignatures.NeweyWest.ignored,
    // prettier-ignore
    arguments: [
      'order.by = ~ wave', 'adjust = TRUE', 'diagnostics = TRUE', 'sandwich = FALSE',
      'ar.method = "ols"', 'data = list()', 'verbose = TRUE',
    ],
  },
  {
    command: 'sandwich',
    text: `${lagged}sandwich(m{}))`,
    ignored: rSignatures.sandwich.ignored,
    arguments: ['bread. = bread', 'meat. = meatHC', 'adjust = TRUE'],
  },
  {
    command: 'pgmm',
    text: 'pgmm(n ~ lag(n, 1) + w | lag(n, 2:99), data = d, effect = "individual"{})',
    ignored: rSignatures.pgmm.ignored,
    // prettier-ignore
    arguments: [
      'subset = year > 1979', 'na.action = na.omit', 'model = "twosteps"', 'collapse = TRUE',
      'lost.ts = 2', 'transformation = "ld"', 'fsm = "I"', 'index = c("firm", "wave")',
    ],
  },
  {
    command: 'read.csv',
    text: 'd <- read.csv("d.csv"{})\nlm(y ~ x, data = d)',
    ignored: rSignatures.readCsv.ignored,
    // prettier-ignore
    arguments: [
      'header = FALSE', 'sep = ";"', 'quote = ""', 'dec = ","', 'fill = FALSE',
      'comment.char = "#"', 'numerals = "no.loss"', 'row.names = 1', 'col.names = c("a", "b")',
      'as.is = TRUE', 'na.strings = "-99"', 'colClasses = c(g = "factor")', 'nrows = 10',
      'skip = 1', 'check.names = FALSE', 'strip.white = TRUE', 'blank.lines.skip = FALSE',
      'stringsAsFactors = TRUE', 'fileEncoding = "latin1"', 'encoding = "latin1"',
      'allowEscapes = TRUE',
        'flush = TRUE',
        'skipNul = TRUE',
        'text = x',
        'tryLogical = FALSE',
    ],
  },
  {
    command: 'pdata.frame',
    text: 'd <- read.csv("d.csv")\nd <- pdata.frame(d{})\nplm(y ~ x, data = d)',
    ignored: rSignatures.pdata.ignored,
    // prettier-ignore
    arguments: [
      'index = c("firm", "wave")', 'drop.index = TRUE', 'row.names = FALSE',
      'stringsAsFactors = FALSE', 'replace.non.finite = TRUE', 'drop.NA.series = TRUE',
      'drop.const.series = TRUE', 'drop.unused.levels = TRUE',
    ],
  },
  {
    command: 'subset',
    text: 'd <- read.csv("d.csv")\nd <- subset(d{})\nlm(y ~ x, data = d)',
    ignored: { select: 'a model names its columns' },
    arguments: ['z > 1', 'subset = z > 1', 'select = c(y, x)', 'drop = TRUE'],
  },
  {
    command: 'filter and mutate',
    text: 'd <- read.csv("d.csv")\nd <- d |> filter(z > 1{}) |> mutate(f = factor(g)) \nlm(y ~ f, data = d)',
    ignored: {},
    arguments: ['.by = g', '.preserve = TRUE', 'h < 3'],
  },
];
