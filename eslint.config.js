import { existsSync, readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const size = {
  'max-lines': ['error', { max: 300, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
  complexity: ['error', 15],
  'prefer-const': 'error',
  eqeqeq: 'error',
};

/** The estimators: each has a folder whose index.ts puts it together. */
const estimators = readdirSync(new URL('bindings/models', import.meta.url))
  .filter((name) => existsSync(new URL(`bindings/models/${name}/index.ts`, import.meta.url)))
  .join('|');
const folders = `bindings/models/{${estimators.replaceAll('|', ',')}}/**`;
const names = `/^(${estimators})$/`;
/** Names that are no word for anything else. */
const unmistakable = '/^(dpd|ols)$/';
/** Such a name, or its first letters. */
const beginnings = '/^(dpd?|ols?)$/';
/** A text that matches a pattern, in quotes or backticks. */
const text = (pattern) =>
  `:matches(Literal[value=${pattern}], TemplateLiteral[expressions.length=0][quasis.0.value.raw=${pattern}])`;
/** A value with the word for an estimator in it: `estimator`, `model?.estimator`, `(fit.estimator as string)`. */
const estimator = ':has(Identifier[name="estimator"], Literal[value="estimator"])';
const answers = 'ask has() of models/registry.ts or fittedModel(); no one asks who an estimator is';

/** Comparisons with the name of an estimator, whichever way they are written. */
const namedEstimators = [
  `BinaryExpression[operator=/^[!=]==?$/]${estimator} > ${text(names)}`,
  `SwitchStatement:has(> .discriminant${estimator}) > SwitchCase > ${text(names)}`,
  `CallExpression[callee.property.name=/^(includes|has)$/]:has(> .arguments${estimator}) > MemberExpression ArrayExpression > ${text(names)}`,
  `TSTypeReference[typeName.name=/^(Extract|Exclude)$/] TSPropertySignature[key.name="estimator"]`,
  `BinaryExpression[operator=/^[!=]==?$/]:has(> Identifier[name=/^name$/i], > MemberExpression[property.name=/^name$/i]) > ${text(names)}`,
  `BinaryExpression[operator=/^[!=]==?$/] > ${text(unmistakable)}`,
  `Literal[regex.pattern=/^\\^\\(?(\\?:)?(\\w+\\|)*(${estimators})(\\|\\w+)*\\)?\\$$/]`,
  `CallExpression[callee.property.name=/^(startsWith|endsWith)$/] > ${text(beginnings)}`,
  `MemberExpression[computed=true] > ObjectExpression.object > Property[key.name=${names}]`,
  `MemberExpression[computed=true] > TSAsExpression.object > ObjectExpression > Property[key.name=${names}]`,
].map((selector) => ({ selector, message: answers }));

/** Lists of estimators and records by their names. */
const listedEstimators = [
  `ObjectExpression:has(> Property[key.name="ols"]):has(> Property[key.name=${names}][key.name!="ols"])`,
  `ArrayExpression:has(> Literal[value="ols"]):has(> Literal[value=${names}][value!="ols"])`,
].map((selector) => ({ selector, message: 'list the estimators by estimatorNames()' }));

const effects = '/^(within|twoway|random|between|first-difference)$/';

/** Comparisons with the words for what a model does with its units. */
const namedEffects = [
  `BinaryExpression[operator=/^[!=]==?$/] > ${text(effects)}`,
  `SwitchCase > ${text(effects)}`,
  `CallExpression[callee.property.name=/^(includes|has)$/] > MemberExpression ArrayExpression > ${text(effects)}`,
].map((selector) => ({
  selector,
  message: 'ask effectsOf() or the questions of linear/fitted.ts',
}));

const types = '/^(unadjusted|HC[0-4]|CV[123]|hac|driscoll-kraay)$/';

/** Comparisons with the word of a covariance. */
const namedCovariances = [
  `BinaryExpression[operator=/^[!=]==$/] > Literal[value=${types}]`,
  `SwitchCase > Literal[value=${types}]`,
  `CallExpression[callee.property.name="startsWith"] > Literal[value=/^(HC|CV)/]`,
  `CallExpression[callee.property.name="includes"] > MemberExpression > ArrayExpression > Literal[value=${types}]`,
].map((selector) => ({ selector, message: 'ask models/covariances/registry.ts for its traits' }));

/** Literals that are spread into literals, which hide how long a list or a record is. */
const spreadLiterals = [
  'ObjectExpression > SpreadElement > ObjectExpression',
  'ArrayExpression > SpreadElement > ArrayExpression',
  'SpreadElement > TSAsExpression > :matches(ArrayExpression, ObjectExpression)',
].map((selector) => ({ selector, message: 'write the elements into the literal itself' }));

/** Messages of schemas that no other language could say. */
const plainMessages = {
  selector: 'CallExpression[callee.object.name="v"] > Literal.arguments[value=/ /]',
  message: 'say what is expected as data: expects(...) of words/expects.ts',
};

/** Paths of the estimators' own folders: from elsewhere, and from what estimators share. */
const fromElsewhere = `/models/(${estimators})/`;
const fromShared = `(/models/|^(\\./|(\\.\\./)+))(${estimators})/`;
const shares = 'ask the protocol of a fit, or share the code in another folder';

/** Imports of such a path by `import()`, as a value and in a type. */
const laterFrom = (path) => ({
  selector: `:matches(ImportExpression, TSImportType) ${text(`/${path.replaceAll('/', '\\/')}/`)}`,
  message: shares,
});

/** Refuses the other imports of such a path. */
const notFrom = (regex) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex, message: shares }] }],
});

const everywhere = [...spreadLiterals, plainMessages];
const inShared = [...everywhere, laterFrom(fromShared), ...namedEstimators, ...listedEstimators];

export default tseslint.config(
  { ignores: ['build/', 'dist/', 'bindings/generated/', 'node_modules/'] },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: size,
  },
  {
    files: [
      'bindings/**/*.ts',
      'cli/**/*.ts',
      'bench/**/*.ts',
      'tests/**/*.ts',
      'web/**/*.{ts,tsx}',
    ],
    ignores: ['tests/assembly/kernels.ts', 'tests/assembly/kernels/*.ts'],
    extends: [tseslint.configs.strict],
    rules: {
      'max-params': ['error', 5],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Types of keys come from schemas; an interface has a name in messages and hovers.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
    },
  },
  {
    // A sentence may say nothing of a detail that programs read.
    files: ['bindings/words/errors/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_$' }] },
  },
  {
    files: ['tests/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['tests/bindings/paper/audit/planted.ts'], // a list of data
    rules: { 'max-lines': ['error', { max: 400, skipComments: true }] },
  },
  {
    files: ['bindings/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        ...[
          'log',
          'exp',
          'pow',
          'sin',
          'cos',
          'tan',
          'cbrt',
          'expm1',
          'log1p',
          'log2',
          'log10',
          'hypot',
          'random',
        ].map((property) => ({
          object: 'Math',
          property,
          message: 'host Math differs between engines; compute it in the WASM core',
        })),
      ],
    },
  },
  {
    files: ['bindings/**/*.ts', 'cli/**/*.ts', 'web/**/*.{ts,tsx}', 'bullmq/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    // An estimator's folder, the interchange of code and the two streamed estimators name it; others ask its protocol.
    files: ['bindings/**/*.ts', 'cli/**/*.ts', 'web/**/*.{ts,tsx}', 'bullmq/**/*.ts'],
    ignores: ['bindings/models/*/**', 'bindings/interchange/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...everywhere,
        laterFrom(fromElsewhere),
        ...namedEstimators,
        ...listedEstimators,
        ...namedEffects,
        ...namedCovariances,
      ],
    },
  },
  {
    // What estimators share; the dynamic panels have the words of their own covariances.
    files: ['bindings/models/*/**/*.ts'],
    ignores: [folders, 'bindings/models/streamed/**'],
    rules: { 'no-restricted-syntax': ['error', ...inShared] },
  },
  {
    files: ['bindings/models/*/**/*.ts'],
    ignores: [folders, 'bindings/models/{streamed,dynamic,covariances}/**'],
    rules: { 'no-restricted-syntax': ['error', ...inShared, ...namedCovariances] },
  },
  {
    // The registry and what loads its estimators, the glossary, and what the schemas write.
    files: [
      'bindings/models/registry.ts',
      'bindings/models/reading/load-estimator.ts',
      'bindings/words/explanations/**/*.ts',
      'bindings/words/*/explanations/*.ts',
      'cli/estimators/model-keys.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...namedEstimators] },
  },
  {
    // Functions of arrays and the interchange of code import from the folders of estimators; others do not.
    files: ['bindings/**/*.ts', 'web/**/*.{ts,tsx}', 'bullmq/**/*.ts'],
    ignores: ['bindings/models/**', 'bindings/analysis/estimators/**', 'bindings/interchange/**'],
    rules: notFrom(fromElsewhere),
  },
  {
    // Nor does what estimators share, except lists of all of them.
    files: ['bindings/models/**/*.ts'],
    ignores: [
      folders,
      'bindings/models/{registry,readers,estimator-types}.ts',
      'bindings/models/reading/{load-estimator,least-squares,instrumental-variables}.ts',
      'bindings/models/companions/{titles,named-parts}.ts',
    ],
    rules: notFrom(fromShared),
  },
  {
    files: ['cli/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex:
                '/bindings/(?!(index|entries/\\w+|core/errors/quoted|paper/(study/(report-text|failures-table)|tables/writers/measure)|words/(told|expects|number-keys|en/help|languages/help|text/spelling|errors/program/(bench/)?\\w+))\\.js$)',
              message: 'the command line imports the public library and what its errors say',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['assembly/**/*.ts', 'tests/assembly/kernels.ts', 'tests/assembly/kernels/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { allowInvalidAST: true } },
    rules: {
      eqeqeq: 'off',
      'no-restricted-globals': [
        'error',
        { name: 'Math', message: 'use the instructions, sqrt<f64> and the like, or NativeMath' },
        { name: 'JSMath', message: 'host functions are not reproducible' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ThrowStatement', message: 'nothing throws in WASM; return a Status' },
        { selector: 'NewExpression', message: 'no managed objects in kernels; use the arena' },
        { selector: 'ArrayExpression', message: 'no managed arrays in kernels; use the arena' },
      ],
    },
  },
  {
    files: ['assembly/random/philox.ts', 'assembly/blas/micro.ts'],
    rules: { 'max-lines-per-function': 'off' }, // unrolled on purpose, with the measurement above them
  },
);
