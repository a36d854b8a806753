/** Where "leave this page" leads: a page that says nothing about anyone, the same in every language. */
export const neutralPage = 'https://www.wikipedia.org/'
