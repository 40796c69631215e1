import nextVitals from 'eslint-config-next/core-web-vitals'
import nextTypescript from 'eslint-config-next/typescript'

/** Next's rules (React, its hooks, access) and TypeScript's. None is a warning: a rule is kept, or it is off. */
const config = [
  // Also what is built below tests, to be measured.
  { ignores: ['**/.next/**'] },
  ...nextVitals,
  ...nextTypescript,
  {
    // Named, since detecting the version uses a part of ESLint that version 10 took away.
    settings: { react: { version: '19.3' } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_$', argsIgnorePattern: '^_' }],
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/set-state-in-effect': 'error',
    },
  },
  {
    // It links one small script that must run before the first paint, or the page flashes in the wrong theme.
    files: ['app/*/layout.tsx'],
    rules: { '@next/next/no-sync-scripts': 'off' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
    },
  },
]
export default config
