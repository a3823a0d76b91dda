周琪 strike_off
  · archive_number = $docno
  · checked = 1
