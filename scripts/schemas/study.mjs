/** The JSON Schema of study files, from the types that users write. */
import ts from 'typescript';
import { checker, described, typeOf } from './describe.mjs';

/** Definitions of the file being written, by the names of their types. */
let definitions = {};

/** Types of keys that cannot be given. */
const nothing = ts.TypeFlags.Never | ts.TypeFlags.Undefined;

const has = (type, flag) => (type.flags & flag) !== 0;

/** True for a text, and for `string & {}`, which is any text next to words that editors complete. */
function isText(type) {
  return has(type, ts.TypeFlags.StringLike) || (type.isIntersection() && type.types.some(isText));
}

function schemaOf(type) {
  if (has(type, ts.TypeFlags.Null)) return { type: 'null' };
  if (has(type, ts.TypeFlags.BooleanLiteral)) return { const: type.intrinsicName === 'true' };
  if (type.isLiteral()) return { const: type.value };
  if (has(type, ts.TypeFlags.Number)) return { type: 'number' };
  if (isText(type)) return { type: 'string' };
  if (has(type, ts.TypeFlags.Boolean)) return { type: 'boolean' };
  if (has(type, ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return {};
  if (type.isUnion()) return referenced(type, unionOf);
  if (checker.isTupleType(type)) return tupleOf(checker.getTypeArguments(type));
  if (checker.isArrayType(type)) {
    return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0]) };
  }
  if (has(type, ts.TypeFlags.NonPrimitive)) return { type: 'object' };
  if (has(type, ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return referenced(type, objectOf);
  throw new Error(`schemas: no schema for the type ${checker.typeToString(type)}`);
}

/** A named type becomes a definition, to which all its uses refer. */
function referenced(type, write) {
  const symbol = type.aliasSymbol ?? (type.isClassOrInterface() ? type.symbol : undefined);
  const hasArguments = (type.aliasTypeArguments ?? type.typeArguments ?? []).length > 0;
  if (symbol === undefined || hasArguments || symbol.name.startsWith('__')) return write(type);
  const { name } = symbol;
  if (definitions[name] === undefined) {
    definitions[name] = {};
    definitions[name] = { ...described(symbol), ...write(type) };
  }
  return { $ref: `#/$defs/${name}` };
}

function tupleOf(types) {
  const items = types.map(schemaOf);
  return { type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length };
}

function unionOf(type) {
  const types = type.types.filter((one) => !has(one, ts.TypeFlags.Undefined));
  const schemas = [...new Map(types.map((one) => [JSON.stringify(schemaOf(one)), one]))].map(
    ([text]) => JSON.parse(text),
  );
  // The compiler lists literals in the order in which it meets them.
  const values = schemas
    .flatMap((one) => ('const' in one ? [one.const] : []))
    .sort((a, b) => (`${typeof a}${a}` < `${typeof b}${b}` ? -1 : 1));
  const others = schemas.filter((one) => !('const' in one));
  const isFlag = values.includes(true) && values.includes(false);
  const rest = isFlag ? values.filter((value) => typeof value !== 'boolean') : values;
  const all = [
    ...(isFlag ? [{ type: 'boolean' }] : []),
    ...(rest.length === 0 ? [] : [rest.length === 1 ? { const: rest[0] } : { enum: rest }]),
    ...others,
  ];
  if (all.length === 1) return all[0];
  return chosen(types) ?? { anyOf: all };
}

/**
 * Chooses one of several objects: by the value of a key that all of them have, or by a key that only one of them
 * requires. Editors then check only that one.
 */
function chosen(types) {
  if (!types.every((one) => has(one, ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return;
  if (types.some((one) => checker.isArrayType(one) || checker.isTupleType(one))) return;
  const keysOf = (one) => checker.getPropertiesOfType(one);
  const [key] = keysOf(types[0]).filter(({ name }) =>
    types.every(
      (one) => one.getProperty(name) && checker.getTypeOfPropertyOfType(one, name).isLiteral(),
    ),
  );
  if (key !== undefined) {
    const value = (one) => checker.getTypeOfPropertyOfType(one, key.name).value;
    return {
      type: 'object',
      required: [key.name],
      properties: { [key.name]: { ...described(key), enum: types.map(value) } },
      allOf: types.map((one) => ({
        if: { properties: { [key.name]: { const: value(one) } }, required: [key.name] },
        then: schemaOf(one),
      })),
    };
  }
  const needs = types.map((one) =>
    keysOf(one)
      .filter(isRequired)
      .map(({ name }) => name),
  );
  const marks = types.map((one, i) =>
    needs[i].find((name) => types.every((other) => other === one || !other.getProperty(name))),
  );
  if (marks.includes(undefined)) return;
  return {
    type: 'object',
    anyOf: marks.map((name) => ({ required: [name] })),
    allOf: types.map((one, i) => ({ if: { required: [marks[i]] }, then: schemaOf(one) })),
  };
}

const isRequired = (property) => (property.flags & ts.SymbolFlags.Optional) === 0;

function objectOf(type) {
  const values = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  const properties = checker
    .getPropertiesOfType(type)
    .filter((one) => !has(checker.getTypeOfSymbol(one), nothing));
  const entries = properties.map((property) => [
    property.name,
    { ...schemaOf(checker.getTypeOfSymbol(property)), ...described(property) },
  ]);
  const required = properties.filter(isRequired).map(({ name }) => name);
  return {
    type: 'object',
    ...(entries.length > 0 && { properties: Object.fromEntries(entries) }),
    ...(required.length > 0 && { required }),
    additionalProperties: values === undefined ? false : schemaOf(values),
  };
}

/**
 * Completes the models of a study: keys that the types declare only as objects get the schemas of model files. No key
 * is required, because `defaults` may provide it, and null removes a default.
 */
function completeStudy(study) {
  schemaOf(typeOf('ModelInput'));
  const { required: _, ...partial } = definitions.BootstrapInput;
  const bootstrap = { anyOf: [partial, { const: false }, { type: 'null' }] };
  const models = definitions.StudyModelInput;
  delete models.required;
  for (const { if: condition, then: model } of models.allOf) {
    const estimator = condition.properties.estimator.const;
    const name = `${estimator[0].toUpperCase()}${estimator.slice(1)}ModelInput`;
    const { vcov, gmm, iv } = definitions[name].properties;
    Object.assign(model.properties, {
      ...(vcov && { vcov: orNull(vcov) }),
      bootstrap: { ...bootstrap, description: model.properties.bootstrap.description },
    });
    if (gmm === undefined) {
      delete model.properties.gmm;
      delete model.properties.iv;
    } else Object.assign(model.properties, { gmm, iv });
    delete model.required;
  }
  const keys = models.allOf.flatMap(({ then: model }) => Object.keys(model.properties));
  models.propertyNames = { enum: [...new Set(keys)].sort() };
  study.properties.defaults = {
    ...study.properties.defaults,
    properties: defaultsOf(models.allOf.map(({ then: model }) => model.properties)),
    additionalProperties: false,
  };
}

/** The schema of a key that also accepts null. */
function orNull({ description, anyOf, ...one }) {
  return { description, anyOf: [...(anyOf ?? [one]), { type: 'null' }] };
}

/** Keys of any model, each with the schemas of all models that have it, and keys of tables. */
function defaultsOf(models) {
  const merged = {};
  for (const properties of models) {
    for (const [key, schema] of Object.entries(properties)) (merged[key] ??= []).push(schema);
  }
  const entries = Object.entries(merged).map(([key, schemas]) => {
    const distinct = [...new Set(schemas.map((one) => JSON.stringify(one)))].map((one) =>
      JSON.parse(one),
    );
    return [key, distinct.length === 1 ? distinct[0] : { anyOf: distinct }];
  });
  const { models: _, ...table } = definitions.ModelsTable.properties;
  return {
    ...Object.fromEntries(entries),
    table: { type: 'object', properties: table, additionalProperties: false },
  };
}

/** The definitions that a schema refers to, directly or through others, in the order of their names. */
function used(schema) {
  const names = new Set();
  const visit = (text) => {
    for (const [, name] of text.matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      if (names.has(name)) continue;
      names.add(name);
      visit(JSON.stringify(definitions[name]));
    }
  };
  visit(JSON.stringify(schema));
  return Object.fromEntries([...names].sort().map((name) => [name, definitions[name]]));
}

/** The schema of a study file. */
export function studySchema() {
  definitions = {};
  schemaOf(typeOf('StudyInput'));
  const whole = definitions.StudyInput;
  completeStudy(whole);
  return { ...whole, $defs: used(whole) };
}
