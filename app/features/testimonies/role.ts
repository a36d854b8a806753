/** The database role of every connection that reads or writes testimonies: it sees their schema, and no signature. */
export const testimoniesRole = 'portevoix_testimonies'
