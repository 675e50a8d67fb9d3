/** Descriptions of the keys of a JSON Schema: the comments of the keys in the schemas, which their types carry. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../bindings/', import.meta.url));

/** The types of what files hold. */
const sources = {
  ModelInput: `${root}models/model.ts`,
  StudyInput: `${root}paper/study/file/input.ts`,
};

const program = ts.createProgram(Object.values(sources), {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  skipLibCheck: true,
  types: [],
});
const checker = program.getTypeChecker();

/** The type of what a file holds. */
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

/** The comment of a key, in one line. */
function described(symbol) {
  const words = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  return words === '' ? {} : { description: words.replace(/\s+/g, ' ').trim() };
}

/** The schema with the comments of its keys, at any depth. Objects become definitions with the name of their key. */
export function describe(schema, types, definitions, name) {
  const all = types.flatMap((type) => (type.isUnion() ? type.types : [type]));
  const { anyOf, items, properties, additionalProperties: values } = schema;
  const of = (part, its) => describe(part, its, definitions, name);
  if (anyOf !== undefined)
    return choiceOf({ ...schema, anyOf: anyOf.map((form) => of(form, all)) }, definitions);
  if (items instanceof Object) {
    const parts = all.filter((type) => checker.isArrayType(type));
    const its = parts.flatMap((type) => checker.getTypeArguments(type));
    return { ...schema, items: of(items, its) };
  }
  if (properties !== undefined) return describeObject(schema, all, definitions, name);
  if (!(values instanceof Object)) return schema;
  const parts = all.flatMap((type) => checker.getIndexTypeOfType(type, ts.IndexKind.String) ?? []);
  return { ...schema, additionalProperties: of(values, parts) };
}

function describeObject(schema, types, definitions, name) {
  const keys = Object.keys(schema.properties);
  const fit = (type) => keys.filter((key) => type.getProperty(key) !== undefined).length;
  const objects = types
    .filter((type) => (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0)
    .filter((type) => !checker.isArrayType(type))
    .sort((a, b) => fit(b) - fit(a) || a.getProperties().length - b.getProperties().length);
  // The type that has all keys; keys of several types, as those of defaults, are of any of them.
  const owners = objects.length > 0 && fit(objects[0]) === keys.length ? [objects[0]] : objects;
  const entries = Object.entries(schema.properties).map(([key, part]) => {
    const symbols = owners.flatMap((type) => type.getProperty(key) ?? []);
    const its = symbols.map((symbol) => checker.getTypeOfSymbol(symbol));
    const words = symbols.length === 0 ? {} : described(symbols[0]);
    return [key, { ...words, ...describe(part, its, definitions, key) }];
  });
  return definitions.add({ ...schema, properties: Object.fromEntries(entries) }, name);
}

/**
 * Objects of which one applies: by the name of the estimator, or by a key that only one of them needs. Editors then check
 * the others no further.
 */
function choiceOf(schema, definitions) {
  const forms = schema.anyOf.map((form) => ({ form, whole: definitions.of(form) }));
  if (forms.length < 2 || forms.some(({ whole }) => whole?.properties === undefined)) return schema;
  const marks = forms.map(({ whole }) => markOf(whole, forms));
  if (marks.includes(undefined)) return schema;
  const { anyOf, ...rest } = schema;
  const chosen = {
    anyOf: marks,
    allOf: forms.map(({ form }, i) => ({ if: marks[i], then: form })),
  };
  const isNamed = marks.every(({ properties }) => properties !== undefined);
  if (!isNamed) return { ...rest, type: 'object', ...chosen };
  // The name may come from elsewhere; then any form will do.
  return {
    ...rest,
    type: 'object',
    if: { required: ['estimator'] },
    then: chosen,
    else: { anyOf },
  };
}

/** What a form alone has: the value of `estimator`, or a key that it needs. */
function markOf({ properties, required = [] }, forms) {
  const { estimator } = properties;
  if (estimator !== undefined) {
    const { description: _, ...name } = estimator;
    return { properties: { estimator: name }, required: ['estimator'] };
  }
  const own = required.find(
    (key) => forms.filter(({ whole }) => whole.properties[key] !== undefined).length === 1,
  );
  return own === undefined ? undefined : { required: [own] };
}
