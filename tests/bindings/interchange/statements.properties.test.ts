/** Statements that keep rows and make columns mean what they mean in their programs, also where values are missing. */
import { expect, test } from 'vitest';
import {
  buildColumns,
  evaluateWhere,
  parseFormula,
  parseWhere,
  termName,
  toTable,
} from '../../../bindings/data/index.js';
import { importStudy } from '../../../bindings/interchange/import-study.js';
import { type Draw, drawsOf } from '../../fuzz/damage.js';
import { keeps, randomTree, type Row, treeText, truthOf } from '../../fuzz/foreign/filters.js';
import { pick } from '../../fuzz/texts.js';
import type { BuildStep } from '../../../bindings/data/steps/step.js';
import { hostMath } from '../data/support.js';

/** The rows of a data set; a program changes a copy. */
type Rows = readonly Row[];

interface Statement {
  readonly text: string;
  readonly run: (rows: Rows) => Rows;
}

type Made = (draw: Draw, columns: readonly string[]) => Statement;

interface Program {
  readonly from: 'stata' | 'r' | 'python';
  readonly before: string;
  readonly statements: readonly Made[];
  /** The model of the outcome a with z and g. */
  readonly model: string;
}

type Value = number | null;

const number = (truth: boolean | undefined): Value => (truth === undefined ? null : Number(truth));

/** Sets a column where the test of a row is true. */
const set =
  (name: string, value: (row: Row) => Value, where: (row: Row) => boolean = () => true) =>
  (rows: Rows): Rows =>
    rows.map((row) => (where(row) ? { ...row, [name]: value(row) } : row));

const keep =
  (where: (row: Row) => boolean) =>
  (rows: Rows): Rows =>
    rows.filter(where);

const tree = (draw: Draw, columns: readonly string[]) => randomTree(draw, columns, 2);

const stata: Program = {
  from: 'stata',
  before: 'use d.dta\ngen g = z + 1',
  model: 'reg a z g',
  statements: [
    (draw, columns) => {
      const one = tree(draw, columns);
      const [word, is] = pick(draw, [['keep', true] as const, ['drop', false] as const]);
      return {
        text: `${word} if ${treeText(one, 'stata')}`,
        run: keep((row) => keeps(one, row, 'stata') === is),
      };
    },
    (draw, columns) => {
      const [one, other] = [tree(draw, columns), tree(draw, columns)];
      const is = (row: Row) => keeps(other, row, 'stata');
      return {
        text: `drop g\ngen g = ${treeText(one, 'stata')} if ${treeText(other, 'stata')}`,
        run: set('g', (row) => (is(row) ? number(keeps(one, row, 'stata')) : null)),
      };
    },
    (draw, columns) => {
      const one = tree(draw, columns);
      const [name, value] = [pick(draw, ['g', 'z']), draw(9)];
      return {
        text: `replace ${name} = ${value} if ${treeText(one, 'stata')}`,
        run: set(
          name,
          () => value,
          (row) => keeps(one, row, 'stata'),
        ),
      };
    },
    (draw) => {
      const [low, high] = [draw(4) - 2, draw(6)];
      const is = ({ z }: Row) => z !== null && z! >= low && z! <= high;
      const word = pick(draw, ['keep', 'drop']);
      return {
        text: `${word} if inrange(z, ${low}, ${high})`,
        run: keep((row) => is(row) === (word === 'keep')),
      };
    },
    (draw) => {
      const [operator, is] = pick(draw, [
        ['<', true],
        ['!=', true],
        ['==', false],
        ['>=', false],
      ] as const);
      return { text: `keep if h ${operator} .`, run: keep(({ h }) => (h !== null) === is) };
    },
  ],
};

const r: Program = {
  from: 'r',
  before: 'd <- read.csv("d.csv")\nd$g <- d$z + 1',
  model: 'lm(a ~ z + g, data = d)',
  statements: [
    (draw, columns) => {
      const one = tree(draw, columns);
      const text = treeText(one, 'R');
      const ofFrame = text.replace(/\b[zhwg]\b/g, 'd$$$&');
      return {
        text: pick(draw, [
          `d <- subset(d, ${text})`,
          `d <- d |> dplyr::filter(${text})`,
          `d <- d[which(${ofFrame}), ]`,
          `d <- d[${ofFrame}, ]`,
        ]),
        run: keep((row) => keeps(one, row, 'R')),
      };
    },
    (draw, columns) => {
      const one = tree(draw, columns);
      const text = treeText(one, 'R').replace(/\b[zhwg]\b/g, 'd$$$&');
      return {
        text: pick(draw, [`d$g <- ifelse(${text}, 1, 0)`, `d$g <- as.numeric(${text})`]),
        run: set('g', (row) => number(truthOf(one, row, 'R'))),
      };
    },
    (draw, columns) => {
      const one = tree(draw, columns);
      return {
        text: `d <- mutate(d, g = if_else(${treeText(one, 'R')}, 1, 0))`,
        run: set('g', (row) => number(truthOf(one, row, 'R'))),
      };
    },
    (draw, columns) => assigned(draw, columns),
  ],
};

const assigned: Made = (draw, columns) => {
  const one = tree(draw, columns);
  const text = treeText(one, 'R').replace(/\b[zhwg]\b/g, 'd$$$&');
  const [name, value] = [pick(draw, ['g', 'z']), draw(9)];
  return {
    text: pick(draw, [
      `d$${name}[${text}] <- ${value}`,
      `d[which(${text}), "${name}"] <- ${value}`,
    ]),
    run: set(
      name,
      () => value,
      (row) => keeps(one, row, 'R'),
    ),
  };
};

const python: Program = {
  from: 'python',
  before: 'df = pd.read_csv("d.csv")\ndf["g"] = df["z"] + 1',
  model: 'smf.ols("a ~ z + g", data=df).fit()',
  statements: [
    (draw, columns) => {
      const one = tree(draw, columns);
      const [mask, query] = [treeText(one, 'mask'), treeText(one, 'query')];
      const isQuery = draw(2) === 0;
      return {
        text: isQuery
          ? `df = df.query("${query}")`
          : pick(draw, [`df = df[${mask}]`, `df = df.loc[${mask}]`, `df = df[${mask}].copy()`]),
        run: keep((row) => keeps(one, row, isQuery ? 'query' : 'mask')),
      };
    },
    (draw, columns) => {
      const one = tree(draw, columns);
      const mask = treeText(one, 'mask');
      return {
        text: pick(draw, [`df["g"] = np.where(${mask}, 1, 0)`, `df["g"] = (${mask}).astype(int)`]),
        run: set('g', (row) => number(keeps(one, row, 'mask'))),
      };
    },
    (draw, columns) => {
      const one = tree(draw, columns);
      const value = draw(9);
      return {
        text: `df.loc[${treeText(one, 'mask')}, "g"] = ${value}`,
        run: set(
          'g',
          () => value,
          (row) => keeps(one, row, 'mask'),
        ),
      };
    },
    (draw) => {
      const name = pick(draw, ['h', 'w']);
      return {
        text: pick(draw, [
          `df = df.dropna(subset=["${name}"])`,
          `df.dropna(subset=["${name}"], inplace=True)`,
          `df = df[df["${name}"].notna()]`,
        ]),
        run: keep((row) => row[name] !== null),
      };
    },
  ],
};

/** The number, z and g of each row that a study estimates on. */
function usedBy(study: ReturnType<typeof importStudy>['study'], data: Rows): Value[][] {
  const columns = Object.fromEntries(
    ['a', 'z', 'h', 'w'].map((name) => [name, data.map((row) => row[name] ?? null)]),
  );
  const { models } = study.tables['T1'] as { models: { formula: string; where?: string }[] };
  const [{ formula, where }] = models as [{ formula: string; where?: string }];
  const steps = Object.entries(study.build ?? {}).map(([name, step]) => ({
    name,
    ...(typeof step === 'string' ? { value: step } : (step as object)),
  }));
  const site = { math: hostMath, index: () => new Float64Array(0) };
  const { table } = buildColumns(toTable(columns), steps as BuildStep[], site);
  const kept = where === undefined ? undefined : evaluateWhere(parseWhere(where), table, hostMath);
  const names = ['a', ...parseFormula(formula).regressors.map(termName)];
  const values = names.map((name) => table.columns.get(name)!.values as ArrayLike<number>);
  return data.flatMap((_, i) => {
    const cells = values.map((one) => one[i]!);
    return (kept === undefined || kept[i] === 1) && cells.every(Number.isFinite) ? [cells] : [];
  });
}

test.each([stata, r, python])('of $from', ({ from, before, statements, model }) => {
  for (let i = 0; i < 120; ++i) {
    const draw = drawsOf(13, i);
    const value = () => (draw(3) === 0 ? null : draw(8) - 2);
    const data = Array.from({ length: 25 }, (_, a): Row => ({
      a,
      z: value(),
      h: value(),
      w: value(),
    }));
    let rows: Rows = data.map((row) => ({ ...row, g: row['z'] === null ? null : row['z']! + 1 }));
    const lines = [before];
    for (let n = 1 + draw(4); n > 0; --n) {
      const { text, run } = pick(draw, statements)(draw, ['z', 'h', 'w', 'g']);
      lines.push(text);
      rows = run(rows);
    }
    const text = [...lines, model].join('\n');
    const expected = rows.map(({ a, z, g }) => [a, z, g]).filter((row) => !row.includes(null));
    const { study, notTranslated } = importStudy(text, { from });
    expect({ text, notTranslated, rows: usedBy(study, data) }).toEqual({
      text,
      notTranslated: [],
      rows: expected,
    });
  }
});
