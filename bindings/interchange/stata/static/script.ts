/** The do-file around a static command: data, codes of texts, panel, generated columns. */
import { hasDummies, type Term } from '../../../data/index.js';
import { defined } from '../../imported.js';
import { dataFileOf, type Program, refusal } from '../../programs.js';
import {
  type Static,
  type StaticDifference,
  staticComments,
  staticMargins,
} from '../../static/model.js';
import {
  stataCondition,
  stataData,
  stataWeights,
  type StataWriter,
  stataWriter,
} from '../writer.js';
import { generateColumns } from './generated.js';

/** What the commands are written with. */
export interface StataParts {
  readonly program: Program;
  readonly writer: StataWriter;
  readonly depvar: string;
  /** Exogenous regressors. */
  readonly exogenous: string;
  /** `(w = z1 z2)`, or empty. */
  readonly instruments: string;
  /** Absorbed effects, `id ind#year`. */
  readonly absorbed: readonly string[];
  readonly intercept: boolean;
  /** ` [aw=emp] if year >= 1978`. */
  readonly sample: string;
}

/** Writes a do-file whose command `write` makes from the parts. */
export function stataScript(
  program: Program,
  one: Static,
  differences: readonly StaticDifference[],
  write: (parts: StataParts) => readonly string[],
): string {
  const { formula, lines } = generateColumns(program, one.formula);
  const generated: Static = { ...one, formula };
  const writer = stataWriter(program, staticMargins(generated));
  const { model } = one;
  const parts: StataParts = {
    program,
    writer,
    depvar: writer.varlist([formula.depvar], 'formula'),
    exogenous: writer.varlist(formula.regressors, 'formula'),
    instruments:
      formula.endogenous.length === 0
        ? ''
        : `(${writer.varlist(formula.endogenous, 'endogenous')} = ${writer.varlist(formula.instruments, 'instruments')})`,
    absorbed: formula.effects.map((term) => effect(program, term, writer)),
    intercept: formula.intercept || formula.effects.length > 0,
    sample: `${stataWeights(model, writer)}${stataCondition(withTexts(one), writer)}`,
  };
  return [
    ...staticComments(one, differences, ['level', 'cTests']).map((text) => `* ${text}`),
    stataData(dataFileOf(model)),
    ...codesOf(one, writer),
    ...panelLine(one, writer),
    ...lines,
    ...write(parts),
  ].join('\n');
}

function effect(program: Program, term: Term, writer: StataWriter): string {
  if (term.kind === 'column') return writer.name(term.name, 'formula');
  if (term.kind === 'interaction')
    return term.factors.map((factor) => effect(program, factor, writer)).join('#');
  throw refusal(program, 'formula', 'absorbed effects other than columns and their products');
}

function panelLine({ model: { panel } }: Static, writer: StataWriter): string[] {
  if (panel === undefined) return [];
  const delta = panel.step === 1 ? '' : `, delta(${panel.step})`;
  return [
    `xtset ${writer.name(panel.unit, 'panel.unit')} ${writer.name(panel.time, 'panel.time')}${delta}`,
  ];
}

/** Columns that must be numbers in Stata although they may be texts in the data. */
function coded({ model, formula }: Static): string[] {
  const factors = [...formula.regressors, ...formula.endogenous, ...formula.instruments]
    .filter(hasDummies)
    .flatMap((term) => (term.kind === 'interaction' ? term.factors : [term]))
    .flatMap((term) => (term.kind === 'dummies' ? [term.of.name] : []));
  const effects = formula.effects
    .flatMap((term) => (term.kind === 'interaction' ? term.factors : [term]))
    .flatMap((term) => (term.kind === 'column' ? [term.name] : []));
  const unit = model.panel === undefined ? [] : [model.panel.unit];
  const columns = [...unit, ...effects, ...factors, ...(model.vcov.cluster ?? [])];
  return [...new Set(columns)].filter((name) => name !== model.panel?.time);
}

/** Text columns keep their texts in `name_text`; their codes are in alphabetical order. */
function codesOf(one: Static, writer: StataWriter): string[] {
  return coded(one).flatMap((column) => {
    const name = writer.name(column, 'formula');
    return [
      `capture confirm string variable ${name}`,
      'if _rc == 0 {',
      `    rename ${name} ${name}_text`,
      `    encode ${name}_text, generate(${name})`,
      '}',
    ];
  });
}

/** The filter, with coded columns by their texts where it compares them with texts. */
function withTexts(one: Static): { readonly where?: string | undefined } {
  const { where } = one.model;
  if (where === undefined) return {};
  const columns = new Set(coded(one));
  const compared = /([\p{L}_][\p{L}\p{N}_]*)(\s*(?:[=!]=|[<>]=?|\bin\b)\s*\(?\s*")/gu;
  return defined({
    where: where.replace(compared, (whole, name: string, rest: string) =>
      columns.has(name) ? `${name}_text${rest}` : whole,
    ),
  });
}
