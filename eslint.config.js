import tseslint from 'typescript-eslint';

const size = {
  'max-lines': ['error', { max: 300, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
  complexity: ['error', 15],
  'prefer-const': 'error',
  eqeqeq: 'error',
};

export default tseslint.config(
  { ignores: ['build/', 'dist/', 'bindings/generated/', 'node_modules/', 'web/dist/'] },
  {
    files: ['**/*.{ts,js,mjs}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: size,
  },
  {
    files: ['bindings/**/*.ts', 'cli/**/*.ts', 'bench/**/*.ts', 'tests/**/*.ts', 'web/**/*.ts'],
    ignores: ['tests/assembly/kernels.ts', 'tests/assembly/kernels/*.ts'],
    extends: [tseslint.configs.strict],
    rules: {
      'max-params': ['error', 5],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
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
    files: ['cli/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/bindings/(?!index\\.js$)',
              message: 'the command line imports bindings/index.js only',
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
