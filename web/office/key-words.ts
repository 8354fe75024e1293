import type { ApiScope } from '../../shared/api-key.ts';

/** The key of the words for what a program may do. */
export const scopeWord = (scope: ApiScope): string => `keys-scope-${scope.replace(':', '-')}`;
