/** Symbolic derivatives of terms. The derivative of a product of powers and functions is a sum of such products. */
import type { Term } from '../../../data/index.js';

/** A number times a product of terms. */
export interface Product {
  readonly coefficient: number;
  readonly factors: readonly Term[];
}

/** The derivative with respect to a column, as a sum of products; empty if the term does not depend on it. */
export function derivative(term: Term, name: string): Product[] {
  switch (term.kind) {
    case 'column':
      return term.name === name ? [{ coefficient: 1, factors: [] }] : [];
    case 'power':
      return chain(term.of, name, {
        coefficient: term.exponent,
        factors: raised(term.of, term.exponent - 1),
      });
    case 'call':
      return chain(term.of, name, slopeOf(term));
    case 'interaction':
      return term.factors.flatMap((factor, i) => {
        const others = term.factors.filter((_, j) => j !== i);
        return times(derivative(factor, name), { coefficient: 1, factors: others });
      });
    case 'lag':
    case 'difference':
    case 'dummies':
      return [];
  }
}

/** f'(of) times the derivative of `of`. */
function chain(of: Term, name: string, outer: Product): Product[] {
  return times(derivative(of, name), outer);
}

function times(products: readonly Product[], { coefficient, factors }: Product): Product[] {
  return products.map((product) => ({
    coefficient: coefficient * product.coefficient,
    factors: [...factors, ...product.factors],
  }));
}

/** The derivative of a function with respect to its argument. That of |x| is x / |x|, undefined at 0. */
function slopeOf(term: Term & { readonly kind: 'call' }): Product {
  const { of } = term;
  switch (term.function) {
    case 'log':
      return { coefficient: 1, factors: raised(of, -1) };
    case 'exp':
      return { coefficient: 1, factors: [term] };
    case 'sqrt':
      return { coefficient: 0.5, factors: raised(term, -1) };
    case 'abs':
      return { coefficient: 1, factors: [of, ...raised(term, -1)] };
  }
}

function raised(of: Term, exponent: number): Term[] {
  if (exponent === 0) return [];
  return exponent === 1 ? [of] : [{ kind: 'power', of, exponent, place: of.place }];
}
