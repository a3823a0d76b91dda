周琪 establish
