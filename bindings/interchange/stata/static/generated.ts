/** Functions and powers in a formula as columns that a do-file generates before its command. */
import { type Formula, type Term, termName } from '../../../data/index.js';
import { type Program, refusal } from '../../programs.js';
import { stataName } from '../writer.js';

export interface Generated {
  readonly formula: Formula;
  /** `generate double log_w = ln(w)`. */
  readonly lines: readonly string[];
}

/** @throws InputError `not-expressed` for functions of terms that no expression of Stata has */
export function generateColumns(program: Program, formula: Formula): Generated {
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
  throw refusal(program, 'formula', `${termName(term)}; add it to the data as a column`);
}
