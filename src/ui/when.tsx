/** A moment: for machines in ISO 8601 with offset, for people as the edition writes it. */
export type When = { iso: string; label: string };

export const Time = ({ at }: { at: When }) => <time dateTime={at.iso}>{at.label}</time>;
