import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const forbidden = (message, ...selectors) => selectors.map((selector) => ({ selector, message }))
const nodeGlobals = [
  'process',
  'Buffer',
  'console',
  'fetch',
  'performance',
  'require',
  'setTimeout',
  'setInterval'
]

/** The types of Preact bring those of the browser to all files; these names are easily meant for something else. */
const browserGlobals = [
  ...[
    'document',
    'window',
    'location',
    'navigator',
    'history',
    'name',
    'event',
    'status',
    'length',
    'origin'
  ],
  ...['parent', 'top', 'self', 'close', 'closed', 'open', 'print', 'stop', 'find', 'screen', 'focus', 'blur'],
  ...['localStorage', 'sessionStorage', 'alert', 'confirm', 'prompt', 'scroll', 'external', 'frames']
]

/** Relative paths, the modules of fp-ts, and these packages; nothing else. */
const onlyImports = (...packages) => [
  'error',
  {
    patterns: [
      {
        regex: `^(?!\\.{1,2}/|fp-ts/lib/\\w+\\.js$|(?:${packages.join('|')})$)`,
        message: `Only relative paths, 'fp-ts/lib/*.js' and ${packages.map((name) => `'${name}'`).join(', ')}.`
      }
    ]
  }
]

export default defineConfig(
  { ignores: ['dist', 'coverage', '.config', 'docs/examples/**/*.js', 'docs/examples/**/*.test.ts'] },
  tseslint.configs.strictTypeChecked,
  {
    // One program for all files is made sooner than a service that finds the project of each.
    languageOptions: {
      parserOptions: { project: 'tsconfig.json', tsconfigRootDir: `${import.meta.dirname}/..` }
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true }
      ],
      // `interface Region extends t.TypeOf<typeof Region> {}` gives a codec's type its name in messages.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // There is no enum and no class of our own, and to look for them takes a quarter of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A type parameter used once is ordinary in curried, generic code.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off'
    }
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/explorer/view/main.tsx'],
    rules: { 'no-restricted-globals': ['error', ...browserGlobals] }
  },
  {
    files: ['src/explorer/view/**/*.tsx'],
    rules: { 'no-restricted-imports': onlyImports('preact', 'preact/hooks') }
  },
  {
    // The model decides and does nothing else; what acts is in the folders left out here.
    files: ['src/**/*.ts'],
    ignores: [
      'src/cli/**',
      'src/endpoint/**',
      'src/conform/drive/**',
      'src/testing/drive/**',
      'src/judge/logs/**',
      'src/conform/index.ts',
      'src/arbitraries/beside/**'
    ],
    rules: {
      'no-restricted-imports': onlyImports('io-ts'),
      'no-restricted-globals': [
        'error',
        ...['Date', 'Promise', 'globalThis', 'crypto'],
        ...nodeGlobals,
        ...browserGlobals
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
      'no-restricted-syntax': [
        'error',
        ...forbidden('Plain readonly records, no classes.', 'ClassDeclaration', 'ClassExpression'),
        ...forbidden('Answer an Either, never throw.', 'ThrowStatement'),
        ...forbidden(
          'The model is synchronous.',
          '[async=true]',
          '[await=true]',
          'AwaitExpression',
          'ImportExpression'
        ),
        ...forbidden('A union of literals, no enum.', 'TSEnumDeclaration'),
        ...forbidden(
          'Export by name.',
          'ExportDefaultDeclaration',
          'ExportSpecifier[exported.name="default"]'
        )
      ]
    }
  },
  {
    files: ['src/arbitraries/**/*.ts'],
    ignores: ['src/arbitraries/beside/**'],
    rules: { 'no-restricted-imports': onlyImports('io-ts', 'fast-check') }
  },
  {
    // Tests feed wrong values on purpose and look at whatever comes back.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off'
    }
  }
)
