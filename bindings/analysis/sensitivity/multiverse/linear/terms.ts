/** Choices of the parts of a formula: outcomes, controls, instruments and absorbed effects. */
import * as said from '../../../../words/errors/analysis/sensitivity.js';
import {
  type Formula,
  parseFormula,
  parseTerms,
  type Term,
  termKey,
  termName,
  writeFormula,
} from '../../../../data/index.js';
import type { Choices, TermSet } from '../../../../models/multiverse-keys.js';
import { badChoice, pathOf, type Dimension, dimension } from '../dimension.js';
import type { ModelDraft } from '../../../../models/multiverse/draft.js';

type Change = (formula: Formula) => Partial<Formula>;

function changed(draft: ModelDraft, change: Change): ModelDraft {
  const formula = parseFormula(draft.formula);
  return { ...draft, formula: writeFormula({ ...formula, ...change(formula) }) };
}

/** The distinct terms of a set. */
export function termsOf(set: TermSet): readonly Term[] {
  const texts = typeof set === 'string' ? [set] : (set ?? []);
  const byKey = new Map(texts.flatMap(parseTerms).map((term) => [termKey(term), term]));
  return [...byKey.values()];
}

/** `x + z`, or none. */
function sumOf(terms: readonly Term[]): string {
  return terms.length === 0 ? 'none' : terms.map(termName).join(' + ');
}

function isAmong(terms: readonly Term[]): (term: Term) => boolean {
  const keys = new Set(terms.map(termKey));
  return (term) => keys.has(termKey(term));
}

/** The terms in the order of the formula; terms that are not in the formula come last. */
function inOrder(terms: readonly Term[], formula: readonly Term[]): Term[] {
  const isNew = (term: Term) => !isAmong(formula)(term);
  return [...formula.filter(isAmong(terms)), ...terms.filter(isNew)];
}

/**
 * The choice of outcomes. Lags and differences of the outcome among the regressors and instruments change to those of
 * the new outcome.
 *
 * @throws InputError `bad-value` for a coefficient of interest that is a lag of the outcome
 */
export function outcomeDimension(
  { depvar }: Formula,
  outcomes: Choices['outcomes'],
  interest: Term | undefined,
): Dimension<ModelDraft>[] {
  if (outcomes !== undefined && interest !== undefined && hasOutcome(interest, depvar)) {
    const detail = { path: pathOf('outcomes'), term: termName(interest) };
    throw badChoice('outcomes', said.changingCoefficient(detail));
  }
  const terms = outcomes?.map(outcomeTerm);
  return dimension<ModelDraft, Term>('outcome', termName(depvar), terms, {
    label: termName,
    apply: (draft, outcome) =>
      changed(draft, ({ regressors, endogenous, instruments, depvar: old }) => {
        const swap = (list: readonly Term[]) => list.map((term) => swapped(term, old, outcome));
        return {
          depvar: outcome,
          regressors: swap(regressors),
          endogenous: swap(endogenous),
          instruments: swap(instruments),
        };
      }),
  });
}

function outcomeTerm(text: string): Term {
  const [term, ...others] = parseTerms(text);
  if (term !== undefined && others.length === 0) return term;
  throw badChoice('outcomes', said.severalOutcomes({ path: pathOf('outcomes'), text }));
}

/** Whether a term is a lag or difference of the outcome. */
function hasOutcome(term: Term, outcome: Term): boolean {
  if (term.kind !== 'lag' && term.kind !== 'difference') return false;
  return termKey(term.of) === termKey(outcome) || hasOutcome(term.of, outcome);
}

function swapped(term: Term, from: Term, to: Term): Term {
  if (term.kind === 'interaction') {
    return { ...term, factors: term.factors.map((factor) => swapped(factor, from, to)) };
  }
  if (term.kind !== 'lag' && term.kind !== 'difference') return term;
  const of = termKey(term.of) === termKey(from) ? to : swapped(term.of, from, to);
  return { ...term, of };
}

/**
 * The choice of controls: exogenous regressors other than the one of interest. With `all`, each regressor is a separate
 * choice: included or not.
 *
 * @throws InputError `bad-value` for the regressor of interest among the controls
 */
export function controlDimensions(
  { regressors }: Formula,
  sets: Choices['controls'],
  interest: Term | undefined,
): Dimension<ModelDraft>[] {
  if (sets === undefined) return [];
  const isInterest = interest === undefined ? () => false : isAmong([interest]);
  const controls = regressors.filter((term) => !isInterest(term));
  if (sets === 'all') {
    return controls.map((control) => ({
      name: `control ${termName(control)}`,
      original: true,
      options: [true, false].map((value) => ({
        value,
        apply: (draft) => (value ? draft : changed(draft, without(control))),
      })),
    }));
  }
  const wanted = sets.map((set) => inOrder(termsOf(set), regressors));
  const wrong = wanted.find((terms) => terms.some(isInterest));
  if (wrong !== undefined) {
    const detail = { path: pathOf('controls'), term: termName(interest!), set: sumOf(wrong) };
    throw badChoice('controls', said.interestAmongControls(detail));
  }
  return dimension<ModelDraft, Term[]>('controls', sumOf(controls), wanted, {
    label: sumOf,
    apply: (draft, terms) =>
      changed(draft, (formula) => ({
        regressors: [
          ...formula.regressors.filter((term) => isInterest(term) || isAmong(terms)(term)),
          ...terms.filter((term) => !isAmong(formula.regressors)(term)),
        ],
      })),
  });
}

function without(control: Term): Change {
  return ({ regressors }) => ({
    regressors: regressors.filter((term) => !isAmong([control])(term)),
  });
}

export function instrumentDimension(
  { instruments }: Formula,
  sets: Choices['instruments'],
): Dimension<ModelDraft>[] {
  const wanted = sets?.map((set) => inOrder(termsOf(set), instruments));
  return dimension<ModelDraft, Term[]>('instruments', sumOf(instruments), wanted, {
    label: sumOf,
    apply: (draft, terms) => changed(draft, () => ({ instruments: terms })),
  });
}

export function effectDimension(
  { effects }: Formula,
  sets: Choices['fixedEffects'],
): Dimension<ModelDraft>[] {
  const wanted = sets?.map((set) => inOrder(termsOf(set), effects));
  return dimension<ModelDraft, Term[]>('fixedEffects', sumOf(effects), wanted, {
    label: sumOf,
    apply: (draft, terms) => changed(draft, () => ({ effects: terms })),
  });
}
