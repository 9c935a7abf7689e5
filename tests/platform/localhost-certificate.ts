/** Its own issuer, for localhost and 127.0.0.1, good for a hundred years; nothing trusts it but the tests that say so. */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUBB1vfa3Mj1efl1yZqwr+7QnrvpAwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjIyMjUxOFoYDzIxMjYxMDI5
MjIyNTE4WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQVJBoKJrdv//TNdFDYCRfhTF3NT7NzeraigUsAbASAWiM4o6I+vE1g
uOIHNaOTkRqgUYG2LH6q4rI0l0hiymxBo28wbTAdBgNVHQ4EFgQU7F73CAdEGAy5
03TMgwzBpLomxDswHwYDVR0jBBgwFoAU7F73CAdEGAy503TMgwzBpLomxDswGgYD
VR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
zj0EAwIDSAAwRQIgK0O4/wkvCz2CIdIj8WRGLL0H0qrepvyIrio/sq3qvOMCIQDf
7ecQPcjzmhOhlnztoCNa9zPnWbFLFIpirG7PPnHS2Q==
-----END CERTIFICATE-----`;

/** The key of {@link certificate}: no secret, as it opens nothing. */
export const certificateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg538ldYI8uApgmUE6
NGuKCcznLOuqxUfeB87nWFtv9vahRANCAAQVJBoKJrdv//TNdFDYCRfhTF3NT7Nz
eraigUsAbASAWiM4o6I+vE1guOIHNaOTkRqgUYG2LH6q4rI0l0hiymxB
-----END PRIVATE KEY-----`;
