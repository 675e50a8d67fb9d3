/** Details of errors and expectations, drawn from their types: several for each sentence, with and without what is optional. */
import { join } from 'node:path';
import ts from 'typescript';
import { filesOf, root } from './program.js';

/** Names and values as data and users have them, by the names of the parts of details. */
const texts: Readonly<Record<string, string>> = {
  ...{ column: 'wage', columns: 'wage', name: 'wage', names: 'wage', unit: 'firm', time: 'year' },
  ...{ found: 'wgae', near: 'wage', path: 'vcov.type', key: 'vcov', file: 'a.csv', table: 'T1' },
  ...{
    method: 'probit',
    option: '--draw',
    other: '--seed',
    estimator: 'ols',
    command: 'ols',
    group: 'east',
  },
  ...{
    formula: 'y ~ x',
    outcome: 'y',
    depvar: 'y',
    level: '0.95',
    type: 'HC1',
    reason: '磁盘已满',
  },
};

/** An expectation, for what quotes another sentence. */
const quoted = { id: 'number', detail: {}, text: 'a number' };

const has = (type: ts.Type, flags: ts.TypeFlags) => (type.flags & flags) !== 0;

export interface Sampled {
  readonly id: string;
  readonly details: readonly (object | undefined)[];
}

/** The ids of all sentences of the sources, with their details. */
export function sampledSentences(): Sampled[] {
  const files = [...filesOf('bindings/words/errors'), ...filesOf('bindings/words/expectations')];
  const paths = files.map((file) => join(root, file));
  const program = ts.createProgram(paths, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
  const checker = program.getTypeChecker();
  const symbols = paths.flatMap((path) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(path)!);
    return module === undefined ? [] : checker.getExportsOfModule(module);
  });
  const values = symbols.filter(({ flags }) => (flags & ts.SymbolFlags.Variable) !== 0);
  const drawn = values.flatMap((symbol) => tellersOf(checker, checker.getTypeOfSymbol(symbol)));
  return [...new Map(drawn.map((one) => [one.id, one])).values()];
}

/** The sentences of a teller, or of a family of tellers. */
function tellersOf(checker: ts.TypeChecker, type: ts.Type, depth = 0): Sampled[] {
  const [call] = type.getCallSignatures();
  if (call === undefined) {
    if (depth > 0) return [];
    return type
      .getProperties()
      .flatMap((part) => tellersOf(checker, checker.getTypeOfSymbol(part), 1));
  }
  const id = call.getReturnType().getProperty('id');
  const named = id && checker.getTypeOfSymbol(id);
  if (named?.isStringLiteral() !== true) return [];
  const [parameter] = call.parameters;
  const taken = parameter && checker.getTypeOfSymbol(parameter);
  const detail =
    taken && checker.isTupleType(taken)
      ? checker.getTypeArguments(taken as ts.TypeReference)[0]
      : taken;
  const details = detail === undefined ? [undefined] : valuesOf(checker, detail, named.value, 0);
  return [{ id: named.value, details: details as readonly (object | undefined)[] }];
}

/** Values of a type: of a union one of each of its parts, of an object one for each way in which a part may vary. */
function valuesOf(checker: ts.TypeChecker, type: ts.Type, name: string, depth: number): unknown[] {
  const inner = (part: ts.Type) => valuesOf(checker, part, name, depth + 1);
  if (depth > 6) return ['…'];
  if (type.isUnion()) {
    const all = type.types.flatMap(inner);
    return [...all.filter((one) => one !== undefined), ...all.filter((one) => one === undefined)];
  }
  if (type.isStringLiteral() || type.isNumberLiteral()) return [type.value];
  if (has(type, ts.TypeFlags.BooleanLiteral)) return [checker.typeToString(type) === 'true'];
  if (has(type, ts.TypeFlags.String)) return [texts[name] ?? 'wage'];
  if (has(type, ts.TypeFlags.Number)) return [3, 1];
  if (has(type, ts.TypeFlags.BigInt)) return [3n];
  if (has(type, ts.TypeFlags.Undefined)) return [undefined];
  if (has(type, ts.TypeFlags.Null)) return [null];
  if (has(type, ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return ['wage'];
  if (checker.isTupleType(type)) {
    return [checker.getTypeArguments(type as ts.TypeReference).map((part) => inner(part)[0])];
  }
  if (checker.isArrayType(type)) {
    const [one] = inner(checker.getTypeArguments(type as ts.TypeReference)[0]!);
    return [[one, one], [one]];
  }
  return objectsOf(checker, type, depth);
}

function objectsOf(checker: ts.TypeChecker, type: ts.Type, depth: number): unknown[] {
  const properties = type.getProperties();
  const names = properties.map((one) => one.name);
  if (['id', 'detail', 'text'].every((one) => names.includes(one))) return [quoted];
  const values = type.getStringIndexType();
  if (values !== undefined && names.length === 0) {
    return [{ wage: valuesOf(checker, values, '', depth + 1)[0] }];
  }
  const parts = properties.map((one) => {
    const all = valuesOf(checker, checker.getTypeOfSymbol(one), one.name, depth + 1);
    return [one.name, all] as const;
  });
  const whole = (entries: readonly (readonly [string, unknown])[]) =>
    Object.fromEntries(entries.filter(([, one]) => one !== undefined));
  const base = whole(parts.map(([name, [first]]) => [name, first]));
  const varied = parts.flatMap(([name, all]) =>
    all.slice(1).map((one) => whole(Object.entries({ ...base, [name]: one }))),
  );
  return [base, ...varied];
}
