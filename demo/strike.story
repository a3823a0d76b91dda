周琪 strike_off
  · archive_number = $document
  · checked = 1
