/** The derivative of each regressor with respect to a variable. */
import type { Term } from '../../../data/index.js';
import { onVariables, type Variables } from './atoms.js';
import { derivative, type Product } from './derivative.js';
import type { DesignTerm, Indicator } from '../rows/design-terms.js';

/** The derivative of a regressor: its indicators times a sum of products of variables. */
export interface Slope {
  /** The name of the regressor's coefficient. */
  readonly name: string;
  readonly indicators: readonly Indicator[];
  readonly products: readonly Product[];
}

/** What the regressors are made of, and their derivatives. */
export interface Slopes {
  /** All numeric variables of the regressors. */
  readonly variables: Variables;
  /** Columns of all factors. */
  readonly factors: ReadonlySet<string>;
  /** The derivatives that are not zero everywhere. */
  readonly slopes: readonly Slope[];
}

/** `whole` is the key of the variable if it is a function. The function then counts as one variable. */
export function slopesOf(designs: readonly DesignTerm[], name: string, whole?: string): Slopes {
  const variables: Variables = new Map();
  const factors = new Set<string>();
  const slopes = designs.flatMap((design): Slope[] => {
    const indicators = design.factors.filter((factor) => factor.kind === 'indicator');
    for (const { of } of indicators) factors.add(of);
    const numeric = design.factors
      .filter((factor): factor is Term => factor.kind !== 'indicator')
      .map((factor) => onVariables(factor, variables, whole));
    const products = productRule(numeric, name);
    return products.length === 0 ? [] : [{ name: design.name, indicators, products }];
  });
  return { variables, factors, slopes };
}

function productRule(factors: readonly Term[], name: string): Product[] {
  const [first] = factors;
  if (first === undefined) return [];
  if (factors.length === 1) return derivative(first, name);
  return derivative({ kind: 'interaction', factors, place: first.place }, name);
}

/** Names of the variables and factors that the slopes depend on. */
export function moderatorsOf(slopes: readonly Slope[]): Set<string> {
  const names = new Set<string>();
  for (const { indicators, products } of slopes) {
    for (const { of } of indicators) names.add(of);
    for (const { factors } of products) factors.forEach((factor) => addNames(factor, names));
  }
  return names;
}

function addNames(term: Term, names: Set<string>): void {
  if (term.kind === 'column') names.add(term.name);
  else if (term.kind === 'interaction') term.factors.forEach((factor) => addNames(factor, names));
  else addNames(term.of, names);
}
