"""Disconnects a custom key store and deletes it. The endpoint is that of AWS_ENDPOINT_URL_KMS, as for every AWS client."""

import time

import boto3
from botocore.config import Config


def client():
    return boto3.client('kms', config=Config(retries={'mode': 'standard'}))


def delete_at_once(store_id):
    """The mistake: it does not wait until the store is disconnected."""
    kms = client()
    kms.disconnect_custom_key_store(CustomKeyStoreId=store_id)
    kms.delete_custom_key_store(CustomKeyStoreId=store_id)


def delete_afterwards(store_id):
    """The same without the mistake: it waits, and not for ever."""
    kms = client()
    kms.disconnect_custom_key_store(CustomKeyStoreId=store_id)
    for _ in range(40):
        stores = kms.describe_custom_key_stores(CustomKeyStoreId=store_id)['CustomKeyStores']
        if stores[0]['ConnectionState'] == 'DISCONNECTED':
            kms.delete_custom_key_store(CustomKeyStoreId=store_id)
            return
        time.sleep(30)
    raise RuntimeError('The store is still not disconnected.')
