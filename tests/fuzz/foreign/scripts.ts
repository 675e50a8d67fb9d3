/** Random scripts of R, Python and Stata, whose sample and regressors are known by how they are made. */
import type { Draw } from '../damage.js';
import { pick } from '../texts.js';
import { keeps, type Language, randomTree, type Row, treeText } from './filters.js';

export type Program = 'R' | 'Python' | 'Stata';

/** Columns by name. */
export type Columns = Readonly<Record<string, readonly (number | null)[]>>;

export interface DrawnScript {
  readonly text: string;
  readonly data: Columns;
  /** Rows and values that the program estimates on; undefined where an argument changes the estimator. */
  readonly expected: Expected | undefined;
}

export interface Expected {
  /** Regressors by name; those of factors are dummies. */
  readonly regressors: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly outcome: readonly number[];
  readonly weights: readonly number[] | undefined;
  readonly robust: 'HC0' | 'HC1' | undefined;
}

const ROWS = 40;

function drawnData(draw: Draw): Record<string, (number | null)[]> {
  const column = (value: () => number, share: number) =>
    Array.from({ length: ROWS }, () => (draw(100) < share ? null : value()));
  return {
    y: column(() => (draw(2000) - 1000) / 100, 5),
    x: column(() => draw(9) - 3 + draw(100) / 1000, 10),
    z: column(() => draw(8) - 2, 30),
    h: column(() => draw(8) - 2, 30),
    g: column(() => 1 + draw(3), 0),
    w: column(() => 1 + draw(40) / 8, 0),
  };
}

/** What a script has made so far. */
interface State {
  readonly lines: string[];
  readonly columns: Record<string, (number | null)[]>;
  readonly factors: Set<string>;
  kept: boolean[];
}

type Maker = readonly [
  line: Readonly<Partial<Record<Program, readonly string[]>>>,
  apply: (state: State) => void,
];

const map = (values: readonly (number | null)[], of: (value: number) => number) =>
  values.map((value) => (value === null ? null : of(value)));

/** Lines that make columns, and what they make. */
const makers: readonly Maker[] = [
  [
    {
      // prettier-ignore
      R: [
        'd$f <- factor(d$g)', 'd$f <- as.factor(d[["g"]])', 'd <- mutate(d, f = factor(g))',
        'd <- within(d, { f <- factor(g) })', 'd <- transform(d, f = as.character(g))',
        'd[, f := factor(g)]',
      ],
      // prettier-ignore
      Python: [
        'df["f"] = df["g"].astype("category")', 'df["f"] = pd.Categorical(df.g)',
        'df = df.assign(f=df.g.astype(str))', 'df["f"] = df.g.astype("category")',
      ],
    },
    ({ columns, factors }) => {
      columns['f'] = [...columns['g']!];
      factors.add('f');
    },
  ],
  [
    {
      R: ['d$v <- log(d$w)', 'd <- mutate(d, v = log(w))'],
      Python: ['df["v"] = np.log(df["w"])', 'df = df.assign(v=lambda d: np.log(d.w))'],
      Stata: ['generate v = ln(w)', 'gen double v = log(w)'],
    },
    ({ columns }) => {
      columns['v'] = map(columns['w']!, Math.log);
    },
  ],
  [
    {
      R: ['d$v <- d$x^2', 'd$v <- d$x * d$x'],
      Python: ['df["v"] = df["x"] ** 2'],
      Stata: ['gen v = x^2', 'gen v = x*x'],
    },
    ({ columns }) => {
      columns['v'] = map(columns['x']!, (value) => value ** 2);
    },
  ],
  [
    {
      R: ['d$x <- 2 - d$x'],
      Python: ['df["x"] = 2 - df["x"]'],
      Stata: ['replace x = 2 - x'],
    },
    ({ columns }) => {
      columns['x'] = map(columns['x']!, (value) => 2 - value);
    },
  ],
  [
    {
      R: ['d$x[d$x < 0] <- 0'],
      Python: ['df.loc[df.x < 0, "x"] = 0'],
      Stata: ['replace x = 0 if x < 0'],
    },
    ({ columns }) => {
      columns['x'] = map(columns['x']!, (value) => Math.max(value, 0));
    },
  ],
  [
    { Stata: ['recode x (0 = 1)'] },
    ({ columns }) => {
      columns['x'] = map(columns['x']!, (value) => (value === 0 ? 1 : value));
    },
  ],
  [
    { R: ['d$x <- rev(d$x)'], Python: ['df["x"] = df["x"].shift(1)'] },
    ({ columns }) => {
      // Whatever the line makes, the model may not keep the old column without a word.
      columns['x'] = map(columns['x']!, (value) => 1000 / (value + 17));
    },
  ],
];

function filterLine(draw: Draw, program: Program, state: State): void {
  const tree = randomTree(draw, ['z', 'h'], 2);
  const language = { R: 'R', Python: pick(draw, ['mask', 'query'] as const), Stata: 'stata' }[
    program
  ] as Language;
  const text = treeText(tree, language);
  const isDropped = program === 'Stata' && draw(2) === 0;
  state.lines.push(
    {
      R: pick(draw, [`d <- subset(d, ${text})`, `d <- d |> filter(${text})`]),
      mask: `df = df[${text}]`,
      query: `df = df.query("${text}")`,
      gretl: '',
      stata: `${isDropped ? 'drop' : 'keep'} if ${text}`,
    }[language],
  );
  const row = (r: number): Row => ({ z: state.columns['z']![r]!, h: state.columns['h']![r]! });
  state.kept = state.kept.map((is, r) => is && keeps(tree, row(r), language) !== isDropped);
}

const opening: Readonly<Record<Program, string>> = {
  R: 'd <- read.csv("d.csv")',
  Python: 'df = pd.read_csv("d.csv")',
  Stata: 'import delimited "d.csv", clear',
};

const weightTexts: readonly (readonly [
  Readonly<Record<Program, string>>,
  (w: number) => number,
])[] = [
  [{ R: 'w', Python: 'df["w"]', Stata: 'w' }, (w) => w],
  [{ R: '1/w', Python: '1/df["w"]', Stata: '1/w' }, (w) => 1 / w],
  [{ R: 'sqrt(w)', Python: 'np.sqrt(df.w)', Stata: 'sqrt(w)' }, Math.sqrt],
  [{ R: 'w * w', Python: 'df.w ** 2', Stata: 'w^2' }, (w) => w * w],
];

/** Arguments that change numbers and that no model has. */
const foreign: Readonly<Record<Program, readonly string[]>> = {
  R: [', offset = w', ', contrasts = list(f = "contr.sum")', ', method = "model.frame"'],
  Python: [', missing="none"', ', drop_cols=["x"]'],
  Stata: [' hascons', ' tsscons', ' vce(jackknife)'],
};

export function drawnScript(draw: Draw): DrawnScript {
  const program = pick(draw, ['R', 'Python', 'Stata'] as const);
  const data = drawnData(draw);
  const state: State = {
    lines: [opening[program]],
    columns: { ...data },
    factors: new Set(),
    kept: Array.from({ length: ROWS }, () => true),
  };
  for (let i = draw(4); i > 0; --i) {
    const [lines, apply] = pick(draw, makers);
    const written = lines[program];
    if (draw(2) === 0) filterLine(draw, program, state);
    else if (written !== undefined) {
      state.lines.push(pick(draw, written));
      apply(state);
    }
  }
  const names = ['x', 'f', 'v', 'g'].filter((name) => state.columns[name] !== undefined);
  const chosen = names.filter((_, i) => i === 0 || draw(2) === 0);
  const weighting = draw(3) === 0 ? pick(draw, weightTexts) : undefined;
  const robust = pick(draw, [undefined, undefined, 'HC1', 'HC0'] as const);
  const isForeign = draw(6) === 0;
  const text = commandText(program, chosen, {
    weights: weighting?.[0][program],
    robust: robust === 'HC0' && program === 'Stata' ? undefined : robust,
    foreign: isForeign ? pick(draw, foreign[program]) : '',
  });
  return {
    text: [...state.lines, text].join('\n'),
    data,
    expected: isForeign
      ? undefined
      : expectedOf(
          state,
          chosen,
          weighting?.[1],
          robust === 'HC0' && program === 'Stata' ? undefined : robust,
        ),
  };
}

interface CommandParts {
  readonly weights: string | undefined;
  readonly robust: 'HC0' | 'HC1' | undefined;
  readonly foreign: string;
}

function commandText(
  program: Program,
  names: readonly string[],
  { weights, robust, foreign: extra }: CommandParts,
): string {
  const right = names.join(' + ');
  switch (program) {
    case 'R': {
      const call = `m <- lm(y ~ ${right}, data = d${weights === undefined ? '' : `, weights = ${weights}`}${extra})`;
      return robust === undefined
        ? call
        : `${call}\ncoeftest(m, vcov = vcovHC(m, type = "${robust}"))`;
    }
    case 'Python': {
      const [name, argument] =
        weights === undefined ? ['ols', ''] : ['wls', `, weights=${weights}`];
      const errors = robust === undefined ? '' : `cov_type="${robust}", use_t=True`;
      return `smf.${name}("y ~ ${right}", df${argument}${extra}).fit(${errors})`;
    }
    case 'Stata': {
      const options = `${robust === undefined ? '' : ' vce(robust)'}${extra}`;
      const bracket = weights === undefined ? '' : ` [aw=${weights}]`;
      return `regress y ${names.join(' ')}${bracket}${options === '' ? '' : `,${options}`}`;
    }
  }
}

function expectedOf(
  { columns, factors, kept }: State,
  names: readonly string[],
  weightOf: ((w: number) => number) | undefined,
  robust: 'HC0' | 'HC1' | undefined,
): Expected {
  const rows = kept.flatMap((is, row) =>
    is && ['y', ...names].every((name) => columns[name]![row] !== null) ? [row] : [],
  );
  const values = (name: string) => rows.map((row) => columns[name]![row]!);
  const regressors = names.flatMap((name) => {
    const all = values(name);
    if (!factors.has(name)) return [{ name, values: all }];
    const levels = [...new Set(all)].sort((a, b) => a - b).slice(1);
    return levels.map((level) => ({
      name: `${name}=${level}`,
      values: all.map((value) => Number(value === level)),
    }));
  });
  return {
    regressors: [{ name: '_cons', values: rows.map(() => 1) }, ...regressors],
    outcome: values('y'),
    weights: weightOf === undefined ? undefined : values('w').map(weightOf),
    robust,
  };
}
