/** One server-sent event. `id` must mean the same on every node: it comes back as `Last-Event-ID`, perhaps to another. */
export type ServerEvent = { readonly id?: string; readonly event?: string; readonly data: string };

const oneLine = (value: string): string => value.replace(/[\r\n\0]/g, '');

/** An event in the wire format of WHATWG HTML, 9.2.5; line breaks in data become several data lines. */
export const formatEvent = ({ id, event, data }: ServerEvent): string => {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}`);
  if (event !== undefined) lines.unshift(`event: ${oneLine(event)}`);
  if (id !== undefined) lines.unshift(`id: ${oneLine(id)}`);
  return `${lines.join('\n')}\n\n`;
};
