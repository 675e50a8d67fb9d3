/** The JSON Schema of model files, from the schemas of the estimators and the comments of their keys. */
import { tsImport } from 'tsx/esm/api';
import { convert, spelled } from './convert.mjs';
import { Definitions } from './definitions.mjs';
import { describe, modelTypeOf } from './describe.mjs';

const load = (file) => tsImport(`../../bindings/models/${file}.ts`, import.meta.url);
const [{ estimatorNames }, { readerOf }] = await Promise.all(['registry', 'readers'].map(load));
const estimators = estimatorNames().map(readerOf);

/** The schema of the models of each estimator, with descriptions. */
function modelSchemas(definitions) {
  return estimators.map(({ name, schema }) => {
    const type = modelTypeOf(name);
    const {
      required,
      properties: { estimator: _, ...properties },
    } = convert(schema);
    const whole = {
      type: 'object',
      properties: {
        $schema: { type: 'string' },
        estimator: spelled([name], ''),
        ...properties,
      },
      required,
      additionalProperties: false,
    };
    const title = `${name[0].toUpperCase()}${name.slice(1)}ModelInput`;
    const { $ref } = describe(whole, [type], definitions, title);
    return { name, $ref, schema: definitions.of({ $ref }) };
  });
}

/** The schema of a model file. */
export function modelSchema() {
  const definitions = new Definitions();
  const models = modelSchemas(definitions);
  const names = models.map(({ name }) => name);
  const whole = chosenBy(models, {
    description: models[0].schema.properties.estimator.description,
    ...spelled(names, ''),
  });
  return { ...whole, $defs: definitions.usedBy(whole) };
}

/** The schemas of all estimators. */
export const schemas = estimators.map(({ schema }) => schema);

/** Objects of which one applies, by the name of the estimator, so that editors check the others no further. */
function chosenBy(models, estimator) {
  return {
    type: 'object',
    required: ['estimator'],
    properties: { estimator },
    allOf: models.map(({ name, $ref }) => ({
      if: { properties: { estimator: spelled([name], '') }, required: ['estimator'] },
      then: { $ref },
    })),
  };
}
