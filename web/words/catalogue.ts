import type { FluentResource } from '@fluent/bundle';

/**
 * The messages of one language by their keys, as Fluent's parser leaves them. The build parses, so that neither the
 * parser nor its time is the phone's.
 */
export type Catalogue = Readonly<Record<string, FluentResource['body'][number]['value']>>;
