王敏 establish
  应待
