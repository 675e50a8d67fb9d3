/**
 * Writes `generated/result-shapes.ts` from the types of results, so that a reader accepts exactly what the types
 * declare. Run by `npm run build:wasm`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../bindings/', import.meta.url));
mkdirSync(`${root}generated`, { recursive: true });
const source = `${root}paper/report/kinds/result.ts`;

const program = ts.createProgram([source], {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  types: [],
});
const checker = program.getTypeChecker();
const exported = checker.getExportsOfModule(
  checker.getSymbolAtLocation(program.getSourceFile(source)),
);
const results = checker.getDeclaredTypeOfSymbol(exported.find(({ name }) => name === 'Result'));

const letters = { number: 'n', string: 's', boolean: 'b', null: 'o', unknown: '?', floats: 'f' };

/** All objects. Shapes refer to them by position, because many occur more than once. */
const objects = [];
const numbers = new Map();

/** A warning has a code and a message; its detail is read according to the code. */
const warning = { code: 'string', message: 'string', 'detail?': 'unknown', 'of?': 'string' };

function shapeOf(type) {
  if (type.aliasSymbol?.name !== 'Warning') return ordinaryShape(type);
  return { object: placeOf('Warning', warning) };
}

function ordinaryShape(type) {
  const { flags } = type;
  if (flags & ts.TypeFlags.Null) return 'null';
  if (flags & ts.TypeFlags.BooleanLiteral) return { is: type.intrinsicName === 'true' };
  if (type.isLiteral()) return { is: type.value };
  if (flags & ts.TypeFlags.Number) return 'number';
  if (flags & ts.TypeFlags.String) return 'string';
  if (flags & ts.TypeFlags.Boolean) return 'boolean';
  if (flags & (ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) return 'unknown';
  if (type.isUnion()) return unionOf(type.types);
  if (checker.isTupleType(type)) return { tuple: checker.getTypeArguments(type).map(shapeOf) };
  if (checker.isArrayType(type)) return { list: shapeOf(checker.getTypeArguments(type)[0]) };
  if (type.symbol?.name === 'Float64Array') return 'floats';
  const values = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  if (values !== undefined) return { map: shapeOf(values) };
  if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return { object: objectOf(type) };
  throw new Error(`shapes: no shape for the type ${checker.typeToString(type)}`);
}

function unionOf(types) {
  const shapes = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined)).map(shapeOf);
  if (shapes.length > 0 && shapes.every(({ is }) => typeof is === 'boolean')) return 'boolean';
  return shapes.length === 1 ? shapes[0] : { any: shapes };
}

function placeOf(key, shape) {
  if (!numbers.has(key)) numbers.set(key, objects.push(shape) - 1);
  return numbers.get(key);
}

function objectOf(type) {
  if (numbers.has(type)) return numbers.get(type);
  const number = objects.length;
  numbers.set(type, number);
  objects.push({});
  for (const property of checker.getPropertiesOfType(type)) {
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const key = optional ? `${property.name}?` : property.name;
    objects[number][key] = shapeOf(checker.getTypeOfSymbol(property));
  }
  return number;
}

/** The shape of each kind of result; a kind with several types accepts any of them. */
const shapes = {};
for (const type of results.types) {
  const kind = checker.getTypeOfSymbol(checker.getPropertyOfType(type, 'kind')).value;
  const shape = { object: objectOf(type) };
  shapes[kind] = kind in shapes ? { any: [shapes[kind], shape] } : shape;
}

/** A shape in short: see `bindings/results/shape-text.ts`. */
function textOf(shape) {
  if (typeof shape === 'string') return letters[shape];
  if ('is' in shape) return `=${literalOf(shape.is)}`;
  if ('any' in shape) return `[${shape.any.map(textOf).join('|')}]`;
  if ('tuple' in shape) return `(${shape.tuple.map(textOf).join('|')})`;
  if ('list' in shape) return `*${textOf(shape.list)}`;
  return 'map' in shape ? `@${textOf(shape.map)}` : `${shape.object}`;
}

/** A literal: a text that does not look like other JSON stays without its quotes. */
function literalOf(value) {
  if (/[|)\]';]/.test(value)) throw new Error(`shapes: a literal has a mark: ${value}`);
  const isText = typeof value === 'string' && !/^(-?\d|true$|false$)/.test(value);
  return isText ? value : JSON.stringify(value);
}

const linesOf = (shapes) =>
  Object.entries(shapes)
    .map(([key, shape]) => `${key}:${textOf(shape)}`)
    .join(';');
writeFileSync(
  `${root}generated/result-shapes.ts`,
  `// Written by scripts/shapes.mjs; do not edit.

/** The keys of each object, with their shapes as \`shapeOf\` reads them. */
export const objects: readonly string[] = [
${objects.map((object) => `  '${linesOf(object)}',`).join('\n')}
];

/** The shape of each kind of result. */
export const kinds = '${linesOf(shapes)}';
`,
);
