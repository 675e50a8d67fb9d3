/** Parts of a model in Stata that all commands share. */
import { isStataName, stataQuoted, stataText } from '../../core/escapes/stata.js';
import { show } from '../../words/text/messages.js';
import {
  type Formula,
  type Margin,
  parseWhere,
  type Term,
  termKey,
  termName,
} from '../../data/index.js';
import { type Codings, codingsOf } from '../../models/dynamic/design/variables.js';
import type { DpdModel } from '../../models/dpd/model.js';
import type { DataFile } from '../../models/schema/data-keys.js';
import { filterColumns, type FilterNotation, withConditions } from '../filters/notation.js';
import { type Run, runsOf } from '../lags.js';
import { dataFileOf, type Program, refusal } from '../programs.js';
import { unexpressed } from '../../words/errors/interchange/exports.js';

type DummiesTerm = Extract<Term, { kind: 'dummies' }>;
type InteractionTerm = Extract<Term, { kind: 'interaction' }>;

/** Writes names and terms for one program; `key` is their key in the model. */
export interface StataWriter {
  varlist(terms: readonly Term[], key: string): string;
  name(name: string, key: string): string;
}

/** The margins that the model has before a term of the list `key`. */
function marginsHeld({ coded, ordinary, style }: Codings): HeldBy {
  return (term, key) => {
    const margins = key.startsWith('iv') ? ordinary : key.startsWith('gmm') ? style : coded;
    return margins.get(termKey(term)) ?? [];
  };
}

/** The margins that a model has before a term of the list `key`. */
export type HeldBy = (term: Term, key: string) => readonly Margin[];

/** `key` of a list of terms says which coding it has: the formula, `iv[0].vars` or `gmm[0].vars`. */
export function dynamicWriter(program: Program, model: DpdModel, formula: Formula): StataWriter {
  return stataWriter(program, marginsHeld(codingsOf(model, formula)));
}

/** @throws InputError `not-expressed` for text that cannot name a variable in Stata */
export function stataName(program: Program, column: string, key: string): string {
  if (isStataName(column)) return column;
  throw refusal(program, key, unexpressed['column-name']({ name: show(column) }));
}

export function stataWriter(program: Program, heldBy: HeldBy): StataWriter {
  const name = (column: string, key: string) => {
    return stataName(program, column, key);
  };
  const written = (term: Term, key: string): string => {
    switch (term.kind) {
      case 'column':
        return name(term.name, key);
      case 'difference':
        return `D${term.order === 1 ? '' : term.order}.${written(term.of, key)}`;
      case 'dummies':
        return dummies(term, heldBy(term, key).length > 0, key);
      case 'interaction':
        return interaction(term, key);
      default:
        throw refusal(program, key, unexpressed['term-column']({ term: termName(term) }));
    }
  };
  const dummies = ({ of, ref }: DummiesTerm, reduced: boolean, key: string) => {
    if (reduced && ref !== undefined) checkLevel(program, ref, key);
    const base = !reduced ? 'bn' : ref === undefined ? '' : `b${ref}`;
    return `i${base}.${name(of.name, key)}`;
  };
  const interaction = (term: InteractionTerm, key: string) => {
    const isReduced = reducedFactors(term, heldBy(term, key));
    if (isReduced === undefined) {
      const what = unexpressed['other-levels']({ term: termName(term) });
      throw refusal(program, key, what);
    }
    return term.factors.map((factor) => factorOf(factor, isReduced, key)).join('#');
  };
  const factorOf = (term: Term, isReduced: (name: string) => boolean, key: string) => {
    if (term.kind === 'column') return `c.${written(term, key)}`;
    if (term.kind === 'dummies') return dummies(term, isReduced(term.of.name), key);
    throw refusal(program, key, unexpressed['interaction-term']({ term: termName(term) }));
  };
  const run = (one: Run, key: string) =>
    runText(one, written(one.of, key), one.of.kind === 'difference');
  return {
    name,
    varlist: (terms, key) =>
      runsOf(terms)
        .map((one) => run(one, key))
        .join(' '),
  };
}

/** The base level of a factor in Stata is a whole number. */
function checkLevel(program: Program, ref: string, key: string): void {
  if (/^\d+$/.test(ref)) return;
  throw refusal(program, key, unexpressed['reference-level']({ level: ref }));
}

/** Consecutive lags as `L(1/2).x`. */
function runText({ first, last }: Run, inner: string, isDifference: boolean): string {
  if (first === 0 && last === 0) return inner;
  const joined = isDifference ? inner : `.${inner}`;
  if (first === last) return `${first > 0 ? 'L' : 'F'}${Math.abs(first)}${joined}`;
  if (first >= 0) return `L(${first}/${last})${joined}`;
  const ascending = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return ascending.map((by) => shift(by, inner, joined)).join(' ');
}

/**
 * Which factors of an interaction lose their base level: those without which the model has the interaction already.
 * Undefined where no such choice gives the columns of the model. `i.a#i.b` without i.a and i.b loses one cell.
 */
function reducedFactors(
  term: InteractionTerm,
  held: readonly Margin[],
): ((name: string) => boolean) | undefined {
  const factors = term.factors.flatMap((factor) =>
    factor.kind === 'dummies' ? [factor.of.name] : [],
  );
  const others = (name: string) => factors.filter((one) => one !== name);
  const reduced = factors.filter((name) =>
    held.some((margin) => others(name).every((one) => margin.includes(one))),
  );
  const covered = held.every((margin) => reduced.some((name) => !margin.includes(name)));
  if (covered) return (name) => reduced.includes(name);
  const constantOnly = held.every((margin) => margin.length === 0);
  return constantOnly && factors.length === 2 ? () => true : undefined;
}

function shift(by: number, inner: string, joined: string): string {
  if (by === 0) return inner;
  return `${by > 0 ? 'L' : 'F'}${Math.abs(by)}${joined}`;
}

/** The lines before the command: comments, data and panel. */
export function stataHeader(
  model: Pick<DpdModel, 'data' | 'panel'>,
  comments: readonly string[],
  writer: StataWriter,
) {
  const { panel } = model;
  const delta = panel.step === 1 ? '' : `, delta(${panel.step})`;
  const [unit, time] = [
    writer.name(panel.unit, 'panel.unit'),
    writer.name(panel.time, 'panel.time'),
  ];
  return [
    ...comments.map((text) => `* ${text}`),
    stataData(dataFileOf(model)),
    `xtset ${unit} ${time}${delta}`,
  ];
}

/** The line that reads the data. */
export function stataData(data: DataFile | undefined): string {
  if (data === undefined) return '* load the data here';
  const { file, encoding } = data;
  const path = stataQuoted(file);
  if (path === undefined) {
    throw refusal('stata', 'data.file', unexpressed['file-name']({ file: show(file) }));
  }
  const read = encoding === undefined ? '' : ` encoding("${encoding}")`;
  if (/\.dta$/i.test(file)) return `use ${path}, clear`;
  return /\.xlsx?$/i.test(file)
    ? `import excel ${path}, firstrow clear`
    : `import delimited ${path}, clear case(preserve)${read}`;
}

/**
 * `where` as ` if ...`. Stata treats missing as the largest number, so the condition also requires that the columns in
 * the filter are not missing, as wasmetrics does.
 */
export function stataCondition({ where }: Pick<DpdModel, 'where'>, writer: StataWriter): string {
  if (where === undefined) return '';
  const tree = parseWhere(where);
  const column = (name: string) => writer.name(name, 'where');
  const notation: FilterNotation = {
    program: 'Stata',
    column,
    text: stataText,
    operators: { '&&': '&', '||': '|' },
    isOneOf: (of, values) => `inlist(${[of, ...values].join(', ')})`,
    isMissing: (one) => `missing(${one})`,
    isPresent: (one) => `!missing(${one})`,
  };
  const columns = filterColumns(tree).map(column);
  const present = columns.length === 0 ? [] : [`!missing(${columns.join(', ')})`];
  return ` if ${withConditions(tree, notation, present)}`;
}

/** ` [aw=emp]`. */
export function stataWeights({ weights }: Pick<DpdModel, 'weights'>, writer: StataWriter): string {
  if (weights === undefined) return '';
  return ` [${weights.type.charAt(0)}w=${writer.name(weights.column, 'weights.column')}]`;
}
