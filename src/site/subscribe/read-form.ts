import type { Context } from 'hono';

/**
 * A form's fields, of either kind of form; none where the body is no form. What a signed link does needs no fields, and
 * mail programs differ in how they send the one of RFC 8058.
 */
export const readForm = (c: Context): Promise<FormData> => c.req.formData().catch(() => new FormData());
