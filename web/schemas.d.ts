/** Parts of the schemas of models and studies, which the build makes: `build/schemas.ts`. */
declare module 'schema:controls' {
  import type { ControlSchema } from './build/controls.js';
  const controls: readonly ControlSchema[];
  export default controls;
}

declare module 'schema:descriptions' {
  import type { Language } from './words/words.js';
  const descriptions: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  export default descriptions;
}

declare module 'schema:model' {
  import type { Schema } from './editor/schema.js';
  const schema: Schema;
  export default schema;
}

declare module 'schema:study' {
  import type { Schema } from './editor/schema.js';
  const schema: Schema;
  export default schema;
}
