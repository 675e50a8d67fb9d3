/** The do-file around a static command: data, codes of texts, panel, generated columns. */
import { type Formula, hasDummies, type Term, termName } from '../../../data/index.js';
import { defined } from '../../imported.js';
import { commentsOn, dataFileOf, type Program, refusal } from '../../programs.js';
import { type Static, type StaticDifference, staticMargins } from '../../static/model.js';
import {
  stataCondition,
  stataData,
  stataName,
  stataWeights,
  type StataWriter,
  stataWriter,
} from '../writer.js';
import { unexpressed } from '../../../words/errors/interchange/exports.js';

/** The parts from which commands are written. */
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
    ...commentsOn(program, one, differences, ['level', 'cTests']).map((text) => `* ${text}`),
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
  throw refusal(program, 'formula', unexpressed['other-effects']());
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

/** Functions and powers in a formula as columns that a do-file generates before its command. */
interface Generated {
  readonly formula: Formula;
  /** `generate double log_w = ln(w)`. */
  readonly lines: readonly string[];
}

/** @throws InputError `not-expressed` for functions of terms that no expression of Stata has */
function generateColumns(program: Program, formula: Formula): Generated {
  const names = new Map<string, string>();
  const lines: string[] = [];
  const named = (term: Term): Term => {
    if (term.kind === 'column' || term.kind === 'dummies') return term;
    if (term.kind === 'interaction') return { ...term, factors: term.factors.map(named) };
    if (term.kind === 'lag' || term.kind === 'difference') return { ...term, of: named(term.of) };
    const text = termName(term);
    const name = names.get(text) ?? freeName(text, names);
    if (!names.has(text)) {
      names.set(text, name);
      lines.push(`generate double ${name} = ${expression(program, term)}`);
    }
    return { kind: 'column', name, place: term.place };
  };
  return {
    formula: {
      ...formula,
      depvar: named(formula.depvar),
      regressors: formula.regressors.map(named),
      effects: formula.effects,
      endogenous: formula.endogenous.map(named),
      instruments: formula.instruments.map(named),
    },
    lines,
  };
}

/** `log_w`; Stata's names have at most 32 characters. */
function freeName(text: string, names: ReadonlyMap<string, string>): string {
  const plain = `_${text.replace(/\W+/g, '_').replace(/^_|_$/g, '')}`.slice(0, 29);
  const used = new Set(names.values());
  let name = plain;
  for (let i = 2; used.has(name); ++i) name = `${plain}_${i}`;
  return name;
}

function expression(program: Program, term: Term): string {
  switch (term.kind) {
    case 'column':
      return stataName(program, term.name, 'formula');
    case 'call':
      return `${term.function === 'log' ? 'ln' : term.function}(${expression(program, term.of)})`;
    case 'power': {
      const of = expression(program, term.of);
      return `${term.of.kind === 'column' || term.of.kind === 'call' ? of : `(${of})`}^${term.exponent}`;
    }
    case 'lag':
    case 'difference':
      if (term.of.kind !== 'column') break;
      stataName(program, term.of.name, 'formula');
      return termName(term);
  }
  throw refusal(program, 'formula', unexpressed['term-column']({ term: termName(term) }));
}
