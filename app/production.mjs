// Read before anything else: React and Express choose between their two selves when they are loaded.
process.env.NODE_ENV ??= 'production'
