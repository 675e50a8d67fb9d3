/** Descriptions of the keys of a JSON Schema, from the docstrings of the types that users write. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../bindings/', import.meta.url));

/** The types that describe files. */
const sources = {
  ModelInput: `${root}models/model.ts`,
  StudyInput: `${root}paper/study/file/input.ts`,
};

const program = ts.createProgram(Object.values(sources), {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  types: [],
});
export const checker = program.getTypeChecker();

const has = (type, flag) => (type.flags & flag) !== 0;

/** The declared type that describes a file. */
export function typeOf(name) {
  const module = checker.getSymbolAtLocation(program.getSourceFile(sources[name]));
  const symbol = checker.getExportsOfModule(module).find((one) => one.name === name);
  return checker.getDeclaredTypeOfSymbol(symbol);
}

/** The type of models of an estimator. */
export function modelTypeOf(estimator) {
  return typeOf('ModelInput').types.find(
    (type) => checker.getTypeOfPropertyOfType(type, 'estimator').value === estimator,
  );
}

/** The docstring of a type or a key, on one line. */
export function described(symbol) {
  const words = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  return words === '' ? {} : { description: words.replace(/\s+/g, ' ').trim() };
}

/**
 * The schema with the docstrings of the types and of their keys, at any depth. `named` is called for each object of a
 * type with a name.
 */
export function describe(schema, types, named = () => undefined) {
  const all = types.flatMap((type) => (type.isUnion() ? type.types : [type]));
  const { anyOf, items, properties, additionalProperties: values } = schema;
  const of = (part, its) => describe(part, its, named);
  if (anyOf !== undefined) return { ...schema, anyOf: anyOf.map((form) => of(form, all)) };
  if (items instanceof Object) {
    const parts = all.filter((type) => checker.isArrayType(type));
    return {
      ...schema,
      items: of(
        items,
        parts.flatMap((type) => checker.getTypeArguments(type)),
      ),
    };
  }
  if (properties !== undefined) return describeObject(schema, all, { of, named });
  if (!(values instanceof Object)) return schema;
  const parts = all.flatMap((type) => checker.getIndexTypeOfType(type, ts.IndexKind.String) ?? []);
  return { ...schema, additionalProperties: of(values, parts) };
}

function describeObject(schema, types, { of, named }) {
  const objects = types.filter((type) =>
    has(type, ts.TypeFlags.Object | ts.TypeFlags.Intersection),
  );
  const keys = Object.keys(schema.properties);
  const fit = (type) => keys.filter((key) => type.getProperty(key) !== undefined).length;
  const [best] = objects
    .filter((type) => !checker.isArrayType(type))
    .sort((a, b) => fit(b) - fit(a) || a.getProperties().length - b.getProperties().length);
  if (best === undefined) return schema;
  const entries = Object.entries(schema.properties).map(([key, part]) => {
    const symbol = best.getProperty(key);
    if (symbol === undefined) return [key, part];
    return [key, { ...described(symbol), ...of(part, [checker.getTypeOfSymbol(symbol)]) }];
  });
  const whole = { ...schema, properties: Object.fromEntries(entries) };
  const symbol = best.aliasSymbol ?? (best.isClassOrInterface() ? best.symbol : undefined);
  const hasArguments = (best.aliasTypeArguments ?? []).length > 0;
  if (symbol === undefined || hasArguments) return whole;
  return named({ ...described(symbol), ...whole }, symbol.name) ?? whole;
}
