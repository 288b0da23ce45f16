import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** A whole page as UTF-8 text, doctype first. No React reaches the reader. */
export const renderPage = (page: ReactElement): string => `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
