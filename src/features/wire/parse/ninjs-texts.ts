import { flatKeys, isObject, listValue, textValue } from './json-value.ts';

export type NinjsText = { text: string; role: string; contentType: string };

/** The texts of 2.x/3.x lists such as `headlines` and `bodies`: objects with a role, a content type and a value. */
export function texts(value: unknown): NinjsText[] {
  return listValue(value).flatMap((one) => {
    if (!isObject(one))
      return textValue(one) === undefined ? [] : [{ text: textValue(one) ?? '', role: '', contentType: '' }];
    const flat = flatKeys(one);
    const text = textValue(flat.value);
    if (text === undefined) return [];
    return [
      {
        text,
        role: (textValue(flat.role) ?? '').toLowerCase(),
        contentType: (textValue(flat.contenttype) ?? '').toLowerCase(),
      },
    ];
  });
}

/** The text whose role is the first of `roles` that occurs, else the first of all. */
export function best(value: unknown, roles: readonly string[]): NinjsText | undefined {
  const all = texts(value);
  for (const role of roles) {
    const found = all.find(
      (one) => one.role === role || one.role.endsWith(`:${role}`) || one.role.endsWith(`/${role}`),
    );
    if (found !== undefined) return found;
  }
  return all[0];
}
