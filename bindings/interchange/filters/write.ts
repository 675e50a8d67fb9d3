/** Filters of other programs as the key `where` of a model. */
import { InputError } from '../../core/errors/errors.js';
import { quoteName } from '../../data/formula/quote-name.js';
import {
  columnsOfOperand,
  columnsOfTest,
  type Comparison,
  type Filter,
  isTest,
  type Operand,
  type Test,
} from './filter.js';
import { conjunctionOf, isDecided, simplified } from './simplify.js';
import * as said from '../../words/errors/interchange/models.js';

/** A larger number binds more tightly. */
const OR = 1;
const AND = 2;
const COMPARISON = 3;
const SUM = 4;
const PRODUCT = 5;
const SIGN = 6;
const POWER = 7;
const ATOM = 8;

interface Written {
  readonly text: string;
  readonly binding: number;
}

const bindings = { '+': SUM, '-': SUM, '*': PRODUCT, '/': PRODUCT, '^': POWER } as const;

/** Columns whose missing values Stata keeps, because a missing value counts as the largest number. */
export function keptWithout(filters: readonly Filter[], present: readonly string[]): string[] {
  const implied = (filter: Filter): string[] => {
    if (filter.kind === 'holds') return [];
    if (filter.kind === 'absence') {
      return filter.isImplied === true ? filter.of.flatMap(columnsOfOperand) : [];
    }
    return filter.kind === 'not' ? implied(filter.of) : filter.of.flatMap(implied);
  };
  const parts = conjunctionOf(filters, present)?.parts ?? [];
  return [...new Set(parts.flatMap(implied))];
}

/**
 * The filters as one condition; undefined for none. `present` names columns without which the model drops a row anyway.
 *
 * @throws InputError `not-expressed` for a name or a text that conditions cannot contain
 */
export function whereOf(
  filters: readonly Filter[],
  present: readonly string[] = [],
): string | undefined {
  if (filters.length === 0) return undefined;
  const simple = conjunctionOf(filters, present);
  const parts = simple?.parts ?? filters;
  const known = simple?.present ?? new Set<string>();
  const written = parts.map((part) => topPart(part, known));
  if (written.length === 0) return undefined;
  if (written.length === 1) return written[0]!.text;
  return written.map((one) => within(one, AND)).join(' && ');
}

/** The expression of a value, for a column that a model builds; the columns `present` have a value in each row. */
export function expressionOf(operand: Operand, present: readonly string[] = []): string {
  return operandText(operand, new Set(present)).text;
}

/** Writes a part of the whole filter, at a level where a missing test drops its row like a false one. */
function topPart(filter: Filter, present: ReadonlySet<string>): Written {
  return filter.kind === 'holds' ? testText(filter.of) : partText(filter, present);
}

function partText(filter: Filter, present: ReadonlySet<string>): Written {
  switch (filter.kind) {
    case 'holds':
      return isDecided(filter.of, present) ? testText(filter.of) : call('holds', [filter.of]);
    case 'absence':
      return atom(`missing(${filter.of.map((operand) => operandText(operand).text).join(', ')})`);
    case 'not':
      return oppositeText(filter.of, present);
    default: {
      const [binding, sign] = filter.kind === 'or' ? [OR, ' || '] : [AND, ' && '];
      const parts = filter.of.map((one) => within(partText(one, present), binding));
      return { text: parts.join(sign), binding };
    }
  }
}

function oppositeText(of: Filter, present: ReadonlySet<string>): Written {
  if (of.kind === 'holds' && of.of.kind === 'compare' && isDecided(of.of, present)) {
    return testText({ ...of.of, operator: opposite[of.of.operator] });
  }
  return { text: `!${within(partText(of, present), ATOM)}`, binding: SIGN };
}

const opposite: Readonly<Record<Comparison, Comparison>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

function call(name: string, [test]: readonly [Test]): Written {
  return atom(`${name}(${testText(test).text})`);
}

function testText(test: Test, present: ReadonlySet<string> = nowhere): Written {
  if (test.kind === 'member') {
    const [only, second] = test.values;
    if (second === undefined) {
      return testText({ kind: 'compare', operator: '==', left: test.of, right: only! });
    }
    const values = test.values.map((operand) => operandText(operand).text).join(', ');
    return {
      text: `${within(operandText(test.of, present), SUM)} in (${values})`,
      binding: COMPARISON,
    };
  }
  const [left, right] = [test.left, test.right].map((operand) =>
    within(operandText(operand, present), SUM),
  );
  return { text: `${left!} ${test.operator} ${right!}`, binding: COMPARISON };
}

const nowhere: ReadonlySet<string> = new Set();

function operandText(operand: Operand, present: ReadonlySet<string> = nowhere): Written {
  switch (operand.kind) {
    case 'number':
      return atom(operand.text);
    case 'text':
      return atom(quoted(operand.text));
    case 'column':
      return atom(columnText(operand.name));
    case 'absent':
      throw new InputError(said.missingInFilter({ key: 'where' }), 'where');
    case 'minus':
      return { text: `-${within(operandText(operand.of, present), SIGN)}`, binding: SIGN };
    case 'call':
      return atom(`${operand.name}(${operandText(operand.of, present).text})`);
    case 'arithmetic': {
      const { operator } = operand;
      const binding = bindings[operator];
      const [of, by] = [operand.left, operand.right].map((one) => operandText(one, present));
      const left = within(of!, operator === '^' ? ATOM : binding);
      const right = within(by!, operator === '^' ? SIGN : binding + 1);
      const text = operator === '^' ? `${left}^${right}` : `${left} ${operator} ${right}`;
      return { text, binding };
    }
    default:
      return builtText(operand, present);
  }
}

type Built = Extract<Operand, { readonly kind: 'choice' | 'extreme' | 'summary' | 'shift' }>;

/** Values that only `build` has. */
function builtText(operand: Built, present: ReadonlySet<string>): Written {
  const written = (one: Operand) => operandText(one, present).text;
  switch (operand.kind) {
    case 'shift': {
      const inner = written(operand.of);
      const isColumn = operand.of.kind === 'column';
      return atom(`${operand.operator}${operand.order}.${isColumn ? inner : `(${inner})`}`);
    }
    case 'extreme':
      return atom(`${operand.name}(${operand.of.map(written).join(', ')})`);
    case 'summary': {
      const { name, of, options, by } = operand;
      const columns = by.map(columnText);
      const parts = [
        ...(of === undefined ? [] : [written(of)]),
        ...(options === undefined ? [] : [options]),
        ...(by.length === 0
          ? []
          : [`by: ${by.length === 1 ? columns[0]! : `[${columns.join(', ')}]`}`]),
      ];
      return atom(`${name}(${parts.join(', ')})`);
    }
    case 'choice':
      return choiceOf(operand, present);
  }
}

type Choice = Extract<Operand, { readonly kind: 'choice' }>;

function choiceOf({ test, yes, no }: Choice, present: ReadonlySet<string>): Written {
  const simple = isTest(test) ? undefined : simplified(test, present);
  if (simple === true) return indicatorText(yes, present) ?? operandText(yes, present);
  // Where it is computed, the columns that the test asks for have a value.
  const needed = simple === undefined || simple === false ? [] : presentIn(simple);
  const inner = new Set([...present, ...needed]);
  const plain =
    no === undefined && needed.length > 0 ? indicatorText(yes, inner, needed) : undefined;
  if (plain !== undefined) return plain;
  const parts = [choiceText(test, present), operandText(yes, inner).text];
  if (no !== undefined) parts.push(operandText(no, present).text);
  return atom(`if(${parts.join(', ')})`);
}

/** The columns of `!missing(x)`; none for other conditions. */
function presentIn(filter: Filter): string[] {
  if (filter.kind !== 'not' || filter.of.kind !== 'absence') return [];
  const { of } = filter.of;
  return of.every(({ kind }) => kind === 'column') ? of.flatMap(columnsOfOperand) : [];
}

/** A test whose columns have a value, for 1 where it is true and 0 where not; it is missing where `needed` are. */
function indicatorText(
  value: Operand,
  present: ReadonlySet<string>,
  needed: readonly string[] = [],
): Written | undefined {
  if (value.kind !== 'choice' || isTest(value.test)) return undefined;
  const { test, yes, no } = value;
  const isIndicator =
    [yes, no].map((one) => (one?.kind === 'number' ? one.text : '')).join('') === '10';
  const simple = simplified(test, present);
  if (!isIndicator || typeof simple === 'boolean' || simple.kind !== 'holds') return undefined;
  const columns = columnsOfTest(simple.of);
  const isWhole = isDecided(simple.of, present) && needed.every((one) => columns.includes(one));
  return isWhole ? testText(simple.of) : undefined;
}

/** The condition of a choice, which a filter decides in each row and a test may leave missing. */
function choiceText(test: Filter | Test, present: ReadonlySet<string>): string {
  if (isTest(test)) return testText(test, present).text;
  const simple = simplified(test, present);
  if (typeof simple === 'boolean') return simple ? '1 == 1' : '1 == 0';
  return partText(simple, present).text;
}

function atom(text: string): Written {
  return { text, binding: ATOM };
}

/** The text, in brackets if it binds less tightly than `least`. */
function within({ text, binding }: Written, least: number): string {
  return binding < least ? `(${text})` : text;
}

/** Names that are words of a condition. */
const words = ['and', 'or', 'not', 'in'];

function columnText(name: string): string {
  if (name.includes('`')) throw new InputError(said.nameInFilter({ key: 'where', name }), 'where');
  return words.includes(name) ? `\`${name}\`` : quoteName(name);
}

function quoted(text: string): string {
  if (!text.includes('"')) return `"${text}"`;
  if (!text.includes("'")) return `'${text}'`;
  throw new InputError(said.quotesInFilter({ key: 'where' }), 'where');
}
