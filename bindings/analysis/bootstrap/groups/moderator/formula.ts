/** The formula in which regressors are multiplied by a moderator. */
import { unknownModerated } from '../../../../words/errors/bootstrap/groups.js';
import { InputError } from '../../../../core/errors/errors.js';
import {
  type Formula,
  parseFormula,
  type Term,
  termKey,
  termName,
  writeFormula,
} from '../../../../data/index.js';

export interface ModeratedFormula {
  /** The formula with the moderator as a regressor, and the formula that also has the products. */
  readonly additive: string;
  readonly moderated: string;
  /** Name of the product of the moderator and the compared regressor. */
  readonly product: string;
}

export interface Moderation {
  readonly of: string;
  readonly by: string;
  /** Whether only the regressor `of` is multiplied. */
  readonly common: boolean;
}

/** @throws InputError `unknown-coefficient` for anything that is not a regressor with one column */
export function moderatedFormula(text: string, moderation: Moderation): ModeratedFormula {
  const formula = parseFormula(text);
  const { of, common } = moderation;
  const by: Term = {
    kind: 'column',
    name: moderation.by,
    place: formula.depvar.place,
  };
  const { regressors, endogenous, instruments } = formula;
  const all = [...regressors, ...endogenous];
  const compared = all.find((term) => termName(term) === of);
  if (compared === undefined) {
    const told = unknownModerated({ path: 'of', found: of, known: all.map(termName) });
    throw new InputError(told, { of: 'groups', key: 'of' });
  }
  const others = (terms: readonly Term[]) => terms.filter((term) => termKey(term) !== termKey(by));
  const times = (terms: readonly Term[]) => others(terms).map((term): Term => productOf(term, by));
  const isEndogenous = endogenous.includes(compared);
  const multiplied = (terms: readonly Term[]) =>
    common ? terms.filter((t) => t === compared) : terms;
  const additive = { ...formula, regressors: distinct([...regressors, by]) };
  const moderated: Formula = {
    ...additive,
    regressors: distinct([...additive.regressors, ...times(multiplied(regressors))]),
    endogenous: distinct([...endogenous, ...times(multiplied(endogenous))]),
    instruments: distinct([...instruments, ...times(common && !isEndogenous ? [] : instruments)]),
  };
  return {
    additive: writeFormula(additive),
    moderated: writeFormula(moderated),
    product: nameIn(moderated, productOf(compared, by)),
  };
}

function productOf(term: Term, by: Term): Term {
  const factors = term.kind === 'interaction' ? term.factors : [term];
  return { kind: 'interaction', factors: [...factors, by], place: term.place };
}

/** The name that the formula uses for a term, whose factors it may list in another order. */
function nameIn({ regressors, endogenous }: Formula, term: Term): string {
  const same = [...regressors, ...endogenous].find((one) => termKey(one) === termKey(term));
  return termName(same ?? term);
}

function distinct(terms: readonly Term[]): Term[] {
  return [...new Map([...terms].reverse().map((term) => [termKey(term), term])).values()].reverse();
}
