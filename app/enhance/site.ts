document.documentElement.dataset['js'] = ''
