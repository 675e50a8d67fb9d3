/** The JSON Schema of study files, from the schema of what a user writes. */
import { tsImport } from 'tsx/esm/api';
import { convert } from './convert.mjs';
import { Definitions } from './definitions.mjs';
import { describe, typeOf } from './describe.mjs';

const { studySchema: schema } = await tsImport(
  '../../bindings/paper/study/file/written.ts',
  import.meta.url,
);

export { schema };

/** The schema of a study file. */
export function studySchema() {
  const definitions = new Definitions();
  const whole = definitions.of(
    describe(convert(schema), [typeOf('StudyInput')], definitions, 'study'),
  );
  return { ...whole, $defs: definitions.usedBy(whole) };
}
