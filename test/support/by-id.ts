/** For `sort`: in the order of the ids, by which rows of one process follow one another. Databases sort "aa" as their language has it. */
export const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);
